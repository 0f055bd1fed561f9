about 'Keeps what a container prints in files of bounded size, so that it never fills the disk.'

argument 'size', default: '10m', about: 'The size of a file.'
argument 'files', default: 3, about: 'How many files are kept.'

logDriver 'json-file'
logOptions 'max-size': given.size, 'max-file': given.files

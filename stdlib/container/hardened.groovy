about 'Takes from a container what a well-behaved program does not need: writing to its own files, all capabilities, new privileges.'

argument 'writable', default: ['/tmp'], about: 'Folders that it may write to; they are in memory and empty after each start.'
argument 'capabilities', default: [], about: 'Capabilities that it keeps, such as NET_BIND_SERVICE.'
argument 'processes', default: 512, about: 'How many processes it may have.'

readOnly true
capDrop 'ALL'
securityOpt 'no-new-privileges'
pidsLimit given.processes
for (capability in given.capabilities) {
    capAdd capability
}
for (folder in given.writable) {
    tmpfs folder
}

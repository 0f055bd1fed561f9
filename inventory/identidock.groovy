// Three machines: two for the web application, one for its cache.
vars registry: '10.213.0.1:5000', domain: 'identidock.example.com'

group('web') {
    host 'web[1:2]', user: 'deploy', sudo: true
}

group('db') {
    host 'db1', user: 'deploy', sudo: true
}

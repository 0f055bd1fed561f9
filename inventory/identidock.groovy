// Three machines, two for the web application and one for its cache: those that
//   tests/lab/lab up --hosts web1,web2,db1 --registry
// brings up. Put your own in their place.
vars registry: '10.213.0.1:5000', domain: 'identidock.example.com'

group('web') {
    host 'web1', address: '10.213.1.11', user: 'deploy', sudo: true
    host 'web2', address: '10.213.1.12', user: 'deploy', sudo: true
}

group('db') {
    host 'db1', address: '10.213.1.13', user: 'deploy', sudo: true
}

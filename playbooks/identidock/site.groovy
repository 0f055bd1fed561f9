// A web application that draws a face for every name, with a cache on a machine of its own.
//
//   export REDIS_PASSWORD=something-long
//   dockdsl apply playbooks/identidock/site.groovy -i inventory/identidock.groovy
site 'identidock'

registry vars.registry, insecure: true

secret 'redis_password', from: env('REDIS_PASSWORD')

volume 'redis-data'

container('redis') {
    on 'db'
    image "${vars.registry}/redis:7.0.15"
    restart always
    publish '6379:6379'                 // the web machines reach it here
    volume 'redis-data', at: '/data'
    secret 'redis_password', mode: '0444'       // a file; Redis does not run as root
    healthcheck {
        shell 'REDISCLI_AUTH="$(cat /run/secrets/redis_password)" redis-cli ping | grep -q PONG'
        interval '5s'
        timeout '3s'
        retries 5
    }
}

container('dnmonster') {
    on 'web'
    image "${vars.registry}/identidock/dnmonster:1.0"
    restart onFailure(5)
    memory '256m'
}

container('identidock') {
    on 'web'
    image "${vars.registry}/identidock/identidock:1.0"
    restart onFailure(5)
    link 'dnmonster'                    // on the same machine: by name, on a private network
    link 'redis', as: 'cache'           // on another machine: by the port it publishes there
    secret 'redis_password', mode: '0444'
    env HOST: host.name                // the page says who served it
    memory '256m'
}

container('proxy') {
    on 'web'
    image "${vars.registry}/identidock/proxy:1.0"
    restart always
    link 'identidock'
    publish '80:80'
    env NGINX_HOST: vars.domain, NGINX_PROXY: 'http://identidock:9090'
    check http('/monster/gordon', status: 200)      // goes through all three
}

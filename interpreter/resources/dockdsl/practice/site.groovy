site 'practice'

def memories = [small: '32m', large: '64m']

network 'front'
volume 'data'

container('web') {
    on 'web'
    image 'practice/web:1'
    restart always
    env PORT: '80', HOST: host.name
    publish '8001:80'
    volume 'data', at: '/data'
    networks 'front'
    memory memories.large
    healthcheck { command 'true'; interval '1s' }
}

(1..2).each { n ->
    container("worker$n") {
        on 'web'
        image 'practice/web:1'
        restart onFailure(3)
        link 'web'
        if (n > 1) {
            env NUMBER: "${n + 1}"
        }
        publish "${9000 + n}:80"
    }
}

memories.each { name, size ->
    container("job-$name") {
        on 'web'
        image 'practice/web:1'
        memory size
    }
}

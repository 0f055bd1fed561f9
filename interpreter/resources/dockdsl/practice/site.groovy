site 'practice'

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
    memory '64m'
}

container('worker') {
    on 'web'
    image 'practice/web:1'
    restart onFailure(3)
    link 'web'
}

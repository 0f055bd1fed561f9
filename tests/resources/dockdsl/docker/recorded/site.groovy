site 'recorded'

network 'backend', subnet: '172.28.0.0/16', labels: [team: 'web']
volume  'data'

container('app') {
    on          'web1'
    image       '10.213.0.1:5000/hello:1'
    restart     always
    publish     '8081:80', '127.0.0.1:8082:81/udp'
    env         MODE: 'one', EMPTY: ''
    labels      team: 'web'
    networks    'backend', ip: '172.28.0.9', aliases: ['front']
    macAddress  '02:42:ac:1c:00:77'
    volume      'data', at: '/data'
    tmpfs       '/tmp', size: '16m'
    memory      '64m'
    cpus        0.5
    pidsLimit   100
    shmSize     '32m'
    ulimits     nofile: '1024:2048'
    capDrop     'NET_RAW'
    readOnly    true
    init        true
    user        '1000:1000'
    workdir     '/data'
    hostname    'front'
    stopSignal  'SIGINT'
    stopTimeout '3s'
    extraHosts  'db': '10.0.0.9'
    dns         '10.0.0.53'
    sysctls     'net.ipv4.ip_unprivileged_port_start': '0'
    logOptions  'max-size': '1m'
    healthcheck { command '/bin/true'; interval '30s'; retries 5 }
}

container('friend') {
    on    'web1'
    image '10.213.0.1:5000/hello:1'
    link  'app', as: 'other'
}

container('guest') {
    on          'web1'
    image       '10.213.0.1:5000/hello:1'
    networkMode container('friend')
    command     '/bin/sleep', '3600'
}

about 'A Redis that keeps its data in a volume, with a health check; others reach it by a link to its name.'

argument 'on', about: 'The host or group that it runs on.'
argument 'name', default: 'redis', about: 'The name of the container; the volume is called after it.'
argument 'image', default: 'redis:7.4.1', about: 'The image, with its tag.'
argument 'publish', default: '', about: 'The port of the host, such as 6379 or 10.0.0.21:6379; needed by links from other hosts.'
argument 'memory', default: '', about: 'The most memory that Redis keeps data in, such as 256m; the oldest unused data goes when it is full.'
argument 'persistent', default: true, about: 'Whether every write is kept on disk; false makes it a mere cache.'

def words = ['redis-server', '--appendonly', given.persistent ? 'yes' : 'no']
if (given.memory) {
    words += ['--maxmemory', given.memory + 'b', '--maxmemory-policy', 'allkeys-lru']
}
if (!given.persistent) {
    words += ['--save', '']
}
if (given.persistent) {
    volume "${given.name}-data"
}

container(given.name) {
    on given.on
    image given.image
    command words
    restart unlessStopped
    if (given.persistent) {
        volume "${given.name}-data", at: '/data'
    }
    if (given.publish) {
        publish "${given.publish}:6379"
    }
    healthcheck {
        command 'redis-cli', 'ping'
        interval '10s'
        timeout '3s'
        retries 5
    }
}

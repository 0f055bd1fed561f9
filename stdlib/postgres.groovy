about 'A PostgreSQL that keeps its data in a volume, with a health check. Its password is a secret of the site.'

argument 'on', about: 'The host that it runs on.'
argument 'password', about: 'The name of the secret that is the password of the user; it is read when the data is made.'
argument 'name', default: 'postgres', about: 'The name of the container; the volume is called after it.'
argument 'image', default: 'postgres:17.2', about: 'The image, with its tag. Another major version does not read the data of this one.'
argument 'database', default: 'app', about: 'The database that is made with the data.'
argument 'user', default: 'app', about: 'The user that is made with the data, and owns the database.'
argument 'publish', default: '', about: 'The port of the host, such as 5432 or 10.0.0.21:5432; needed by links from other hosts.'
argument 'shmSize', default: '128m', about: 'The size of its shared memory.'

volume "${given.name}-data"

container(given.name) {
    on given.on
    image given.image
    restart unlessStopped
    env POSTGRES_DB: given.database, POSTGRES_USER: given.user, POSTGRES_PASSWORD_FILE: "/run/secrets/${given.password}"
    secret given.password
    volume "${given.name}-data", at: '/var/lib/postgresql/data'
    shmSize given.shmSize
    stopSignal 'SIGINT'
    stopTimeout '60s'
    if (given.publish) {
        publish "${given.publish}:5432"
    }
    healthcheck {
        command 'pg_isready', '-U', given.user, '-d', given.database
        interval '10s'
        timeout '5s'
        retries 5
        startPeriod '30s'
    }
}

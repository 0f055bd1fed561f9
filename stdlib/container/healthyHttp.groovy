about 'A health check that asks over HTTP, with the wget or curl of the image.'

argument 'port', default: 80, about: 'The port that the container listens on.'
argument 'path', default: '/', about: 'What to ask for; any answer but an error is a good one.'
argument 'interval', default: '10s', about: 'The time between two tests.'
argument 'timeout', default: '3s', about: 'How long an answer may take.'
argument 'retries', default: 3, about: 'How many failures in a row make it unhealthy.'
argument 'startPeriod', default: '10s', about: 'How long after the start failures do not count.'

def url = "http://127.0.0.1:${given.port}${given.path}"

healthcheck {
    shell "if command -v curl >/dev/null; then curl -fsS -o /dev/null '$url'; else wget -q -O /dev/null '$url'; fi || exit 1"
    interval given.interval
    timeout given.timeout
    retries given.retries
    startPeriod given.startPeriod
}

about 'An nginx that forwards all requests to one container on the same host, and finds it again when it gets a new address.'

argument 'on', about: 'The host or group that it runs on: where the container runs.'
argument 'to', about: 'The container that requests are forwarded to.'
argument 'toPort', default: 80, about: 'The port that this container listens on.'
argument 'name', default: 'proxy', about: 'The name of the proxy.'
argument 'image', default: 'nginx:1.27.3', about: 'The image, with its tag; any with nginx and a shell.'
argument 'port', default: 80, about: 'The port of the host.'
argument 'maxBody', default: '1m', about: 'The largest request, such as 20m.'
argument 'timeout', default: '60s', about: 'How long an answer may take.'

def site = """
worker_processes auto;
pid /tmp/nginx.pid;
error_log stderr;
events {}
http {
    access_log /dev/stdout;
    client_max_body_size ${given.maxBody};
    map \$http_upgrade \$connection_upgrade { default upgrade; '' close; }
    resolver 127.0.0.11 valid=10s;
    server {
        listen 80;
        set \$upstream ${given.to}:${given.toPort};
        location / {
            proxy_pass http://\$upstream;
            proxy_http_version 1.1;
            proxy_read_timeout ${given.timeout};
            proxy_set_header Host \$http_host;
            proxy_set_header X-Real-IP \$remote_addr;
            proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto \$scheme;
            proxy_set_header Upgrade \$http_upgrade;
            proxy_set_header Connection \$connection_upgrade;
        }
    }
}
"""

container(given.name) {
    on given.on
    image given.image
    link given.to
    publish "${given.port}:80"
    restart unlessStopped
    env NGINX_CONFIGURATION: site
    command 'sh', '-c', 'printf %s "$NGINX_CONFIGURATION" > /tmp/nginx.conf && exec nginx -c /tmp/nginx.conf -g "daemon off;"'
}

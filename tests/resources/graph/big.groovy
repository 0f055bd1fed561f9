site 'big'
group('edge') { host 'edge[1:2]' }
group('app') { host 'app[01:06]' }
group('db') { host 'db[1:3]' }
group('ops') { host 'ops' }
network 'metrics'
volume 'data'
container('proxy') { on 'edge'; image 'registry.example.com/shop/very-long-name-of-a-proxy:2026.11.21'; publish '80:80', '443:443', '8443:8443', '127.0.0.1:9000:9000/udp'; link 'api', as: 'backend'; link 'static' }
container('static') { on 'edge'; image 'nginx:1.27' ; instances 2}
container('api') { on 'app'; image 'registry.example.com/shop/api:4.2'; publish '8080:80'; link 'auth'; link 'queue'; link 'postgres'; link 'search' ; link 'mail' }
container('auth') { on 'app'; image 'registry.example.com/shop/auth:1.9'; link 'postgres', as: 'db'; link 'vault' }
container('queue') { on 'app'; image 'rabbitmq:4.0'; networks 'metrics' }
container('vault') { on 'app'; image 'vault:1.18'; dependsOn 'queue' }
container('postgres') { on 'db'; image 'postgres:17.1'; publish '5432:5432'; volume 'data', at: '/var/lib/postgresql/data' }
container('search') { on 'db3'; image 'opensearch:2.18'; publish '9200:9200' }
container('mail') { on 'ops'; image 'postfix:3.9'; publish '25:25' }
(1..22).each { n -> container("worker-${n}") { on 'ops'; image "worker:${n}.0"; if (n > 18) link 'mail'; if (n == 20) link 'postgres' } }

site 'evil'
group('web') { host 'web<script>alert(1)</script>', address: 'localhost' }
container('end') { on 'web'; image 'a/b:1.0'; link 'subgraph', as: 'graph' ; publish '80', '127.0.0.1:53:53/udp' }
container('subgraph') { on 'web'; image 'c@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'; dependsOn 'click' }
container('click') { on 'web'; image 'd:1'; volume '/srv/<b>"x"&y', at: '/data' }

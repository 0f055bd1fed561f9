// The smallest site that does something: a web page, served by a container on this very machine.
//
//   ./dockdsl apply playbooks/quickstart/site.groovy      brings it up; a second time it changes nothing
//   ./dockdsl destroy playbooks/quickstart/site.groovy    takes it down again
//
// Change something below, ask `./dockdsl plan playbooks/quickstart/site.groovy` what that would do, and apply it.

site 'quickstart'

host 'here', embedded()            // no sshd needed: dockdsl brings one along, on loopback, as long as it runs

container('hello') {
    on      'here'
    image   'quickstart/hello:1.0'
    build   'image'                // there may be no registry in reach, so the image is built, from a folder beside this file
    gather  'gather.sh'            // and its only program comes from this machine
    publish '8080:80'
    restart unlessStopped
    healthcheck {
        command  '/bin/busybox', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1/'
        interval '2s'
    }
    check   http('/', contains: 'It works')
}

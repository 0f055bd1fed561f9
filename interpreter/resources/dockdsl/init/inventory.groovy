// The hosts. They need nothing but sshd, and a user who is root or may use sudo.
// `dockdsl inventory` shows what is understood, `dockdsl help host` what a host can be told; `dockdsl doctor` looks at them.

group('web') {
@HOSTS@
}

// group('db') {
//     host 'db1', address: '10.0.0.21', port: 2222, user: 'deploy', jump: 'bastion.example.com'
//     vars domain: 'www.example.com'           // `vars.domain` in the site file
// }

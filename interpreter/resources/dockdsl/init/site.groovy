// What runs on which hosts. Change something, ask what that would do, and make it so:
//
//   dockdsl check      is everything right? Connects to nobody
//   dockdsl plan       what would change, and why? Touches nothing
//   dockdsl apply      makes it so; a second time it changes nothing
//
// `dockdsl help container` lists all that a container can be told, `dockdsl help publish` explains one word.

site '@SITE@'

include 'inventory.groovy'         // the hosts; `-i` puts others in their place: dockdsl apply -i 'web1,'

container('hello') {
    on      'all'                  // a host, a group such as 'web', or a pattern such as 'web*'
@IMAGE@
    restart unlessStopped
}

// More to begin with:
//
//   secret 'db_password', from: env('DB_PASSWORD')
//   volume 'data'
//
//   container('db') {
//       on      'db'
//       image   'postgres:17.2'
//       volume  'data', at: '/var/lib/postgresql/data'
//       secret  'db_password'                    // the file /run/secrets/db_password, for this container only
//       env     POSTGRES_PASSWORD_FILE: '/run/secrets/db_password'
//       publish '5432:5432'                      // for links from other hosts
//   }
//
//   container('shop') {
//       on      'web'
//       image   'registry.example.com/shop:2.3'
//       link    'db'                             // gives it DB_HOST and DB_PORT
//       memory  '256m'
//   }

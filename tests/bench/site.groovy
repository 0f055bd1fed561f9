site 'bench'

(1..(vars.containers as int)).each { n ->
    container("app$n") {
        on      'web'
        image   '10.213.0.1:5000/hello:1'
        restart always
        env     PORT: '80'
        publish "${8000 + n}:80"
    }
}

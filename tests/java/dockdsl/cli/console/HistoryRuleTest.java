package dockdsl.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryRuleTest {
    private final HistoryRule rule = new HistoryRule(line -> line.contains("hunter2"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo hunter2",
                "mysql -u root -pgeheim",
                "redis-cli --password geheim ping",
                "PGPASSWORD=geheim psql",
                "export API_KEY='geheim'",
                "curl -u admin:geheim http://localhost",
                "curl https://admin:geheim@example.com",
                "curl -H 'Authorization: x' -d '{\"password\": \"geheim\"}' example.com",
                "echo deploy:geheim | chpasswd",
                "sshpass -p geheim ssh web1",
                "secrets encrypt_string geheim",
                "dockdsl secrets encrypt_string geheim",
                "container('db') { env PASSWORD: 'geheim' }",
                "plan --var db_password=geheim",
                "echo ghp_abcdefghijklmnopqrstuvwxyz0123456789"
            })
    void leavesSecretsOut(String line) {
        assertThat(rule).rejects(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker ps",
                "grep password /etc/nginx.conf",
                "cat /run/secrets/redis_password",
                "apply --ask-pass",
                "plan --vault-password-file=/home/me/vault",
                "PGPASSWORD=$PGPASSWORD psql",
                "container('db') { secret 'redis_password' }",
                "secrets edit production.vault"
            })
    void keepsWhatOnlyNamesThem(String line) {
        assertThat(rule).accepts(line);
    }
}

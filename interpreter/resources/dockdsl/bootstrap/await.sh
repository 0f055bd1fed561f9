deadline=$(($(date +%s) + 60))
until error=$(timeout 10 docker -H unix:///var/run/docker.sock version 2>&1 >/dev/null); do
  if [ "$(date +%s)" -ge "$deadline" ]; then
    echo "the engine does not answer: $error" >&2
    exit 1
  fi
  sleep 0.5
done

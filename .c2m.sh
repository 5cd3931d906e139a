cp /tmp/c2mem.mts .c2m.mts; npx esbuild .c2m.mts --bundle --platform=node --format=esm --outfile=/tmp/c2mem.mjs --log-level=error 2>/dev/null; rm .c2m.mts

cp /tmp/c2read.mts .c2read.mts; npx esbuild .c2read.mts --bundle --platform=node --format=esm --outfile=/tmp/c2read.mjs --log-level=error 2>/dev/null; rm .c2read.mts

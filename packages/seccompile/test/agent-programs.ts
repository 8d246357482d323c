/* The programs of an agent that tests run in a sandbox: what each does, and what each tries that the filter refuses. */
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'

/** A program in a sandbox. Scripts are for `/bin/sh`, each in a folder of its own. */
export interface AgentProgram {
  readonly name: string
  /** Succeeds where the program is installed. */
  readonly check: string
  /** Work that runs unharmed. */
  readonly works: string
  /** The end of what the work prints. */
  readonly prints: string
  /** What the program tries: it succeeds without the filter. */
  readonly tries: string
  /** What the program says where the filter refuses it. */
  readonly refused: RegExp
}

const PTRACE = numberOf(signedAbiTable(process.arch === 'arm64' ? 'aarch64' : 'x86_64'), 'ptrace')!
const NETLINK_KOBJECT_UEVENT = 15

const GIT = `
git init -q -b main served/repository
echo cloned > served/repository/file
git -C served/repository add file
git -C served/repository -c user.name=me -c user.email=me@localhost commit -q -m first`

const ASYNCIO = `
import asyncio
from asyncio.subprocess import PIPE

class Answer(asyncio.DatagramProtocol):
    def __init__(self): self.data = asyncio.get_running_loop().create_future()
    def datagram_received(self, data, address): self.data.set_result(data)

async def main():
    loop = asyncio.get_running_loop()
    child = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    through_pipes, _ = await child.communicate(b'pipes')
    server = await asyncio.start_server(lambda _, to: (to.write(b'TCP'), to.close()), '127.0.0.1', 0)
    reader, _ = await asyncio.open_connection(*server.sockets[0].getsockname())
    receiver, answer = await loop.create_datagram_endpoint(Answer, local_addr=('127.0.0.1', 0))
    sender, _ = await loop.create_datagram_endpoint(Answer, remote_addr=receiver.get_extra_info('sockname'))
    sender.sendto(b'UDP')
    in_thread = await loop.run_in_executor(None, lambda: 'threads')
    print(through_pipes.decode(), (await reader.read()).decode(), (await answer.data).decode(), in_thread)

asyncio.run(asyncio.wait_for(main(), 10))`

const MAKEFILE = `all: one two three four
	@cat $^
one two three four:
	@echo $@ > $@
sandbox:
	@unshare --user echo inside`

const PAGE = 'data:text/html,<p id=answer></p><script>answer.textContent=6*7</script>'
const chromium = (...options: readonly string[]): string =>
  `$(command -v chromium || command -v google-chrome) ${options.join(' ')} --headless --dump-dom '${PAGE}'`

/** Writes `text` into the file `name`. */
const file = (name: string, text: string): string => `cat > ${name} <<'END'\n${text}\nEND`

export const AGENT_PROGRAMS: readonly AgentProgram[] = [
  {
    name: 'git',
    check: 'test -x "$(git --exec-path)/git-daemon" && unshare --user true',
    works: `${GIT}
git daemon --base-path=served --export-all --listen=127.0.0.1 &
tries=0
until git clone -q git://127.0.0.1/repository copy 2> said; do
  tries=$((tries + 1))
  if [ $tries -gt 100 ]; then cat said; exit 1; fi
  sleep 0.05
done
kill $!
cat copy/file`,
    prints: 'cloned\n',
    tries: `${GIT}
git -c protocol.ext.allow=always clone -q 'ext::unshare --user git-upload-pack served/repository' copy && cat copy/file`,
    refused: /unshare failed: Operation not permitted/,
  },
  {
    name: 'npm',
    check: 'command -v npm && node -e 1 && perl -e 1',
    works: `mkdir package project
cd package
${file('package.json', '{ "name": "thing", "version": "1.0.0", "bin": "thing.js" }')}
${file('thing.js', '#!/usr/bin/env node\nconsole.log(require("node:child_process").execSync("echo installed").toString().trim())')}
npm pack --silent
cd ../project
npm install --offline --no-audit --no-fund --silent ../package/thing-1.0.0.tgz
node_modules/.bin/thing`,
    prints: 'installed\n',
    tries: `${file('package.json', '{ "scripts": { "trace": "perl trace.pl" } }')}
${file('trace.pl', `syscall(${PTRACE}, 0, 0, 0, 0) == 0 or die "PTRACE_TRACEME: $!\\n"; print "traced\\n"`)}
npm run --silent trace`,
    refused: /PTRACE_TRACEME: Operation not permitted/,
  },
  {
    name: 'python3',
    check: 'python3 -c "import asyncio"',
    works: `${file('work.py', ASYNCIO)}\npython3 work.py`,
    prints: 'pipes TCP UDP threads\n',
    tries: `python3 -c 'import socket
socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, ${NETLINK_KOBJECT_UEVENT})'`,
    refused: /Address family not supported by protocol/,
  },
  {
    name: 'make',
    check: 'make --version && unshare --user true',
    works: `${file('Makefile', MAKEFILE)}\nmake -j4`,
    prints: 'one\ntwo\nthree\nfour\n',
    tries: `${file('Makefile', MAKEFILE)}\nmake sandbox`,
    refused: /unshare failed: Operation not permitted/,
  },
  {
    name: 'chromium',
    check: 'command -v chromium || command -v google-chrome',
    works: chromium('--no-sandbox'),
    prints: '<p id="answer">42</p><script>answer.textContent=6*7</script></body></html>\n',
    tries: chromium(),
    refused: /No usable sandbox/,
  },
]

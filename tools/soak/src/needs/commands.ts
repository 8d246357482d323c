import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** A command that prints the same at each run. */
export interface SoakCommand {
  readonly name: string
  readonly words: readonly [string, ...string[]]
  /** Makes what the command needs, and removes what it made. */
  readonly before?: () => void
}

/** The Python of the distribution: another one may be a script that asks for a version. */
const PYTHON = '/usr/bin/python3'

const HTTP = `
const { createServer, get } = require('node:http')
const server = createServer((_, answer) => answer.end('hello'))
server.listen(0, '127.0.0.1', () =>
  get({ port: server.address().port }, (answer) => {
    answer.on('data', (data) => console.log(String(data)))
    answer.on('end', () => server.close())
  }),
)`

const ASYNCIO = `
import asyncio
async def serve(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()
    writer.close()
async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'hello\\n')
    print((await reader.readline()).decode().strip())
    writer.close()
    server.close()
asyncio.run(main())`

const SUBPROCESS = 'import os, time, subprocess; time.sleep(0); subprocess.run(["true"]); print(os.getcwd())'

/** The commands, and what they need, below `folder`. */
export function soakCommands(folder: string): readonly SoakCommand[] {
  const at = (path: string): string => join(folder, path)
  mkdirSync(at('tree/sub'), { recursive: true })
  writeFileSync(at('text'), 'b\na\n')
  writeFileSync(at('tree/sub/text'), 'c\n')
  writeFileSync(at('package.json'), '{ "name": "soak", "version": "1.0.0" }\n')
  writeFileSync(at('Makefile'), `all: a b c\na b c:\n\t@sleep 0.01\n.PHONY: all a b c\n`)
  const git = (...words: readonly string[]): void => {
    spawnSync('git', ['-C', at('repository'), '-c', 'user.name=a', '-c', 'user.email=a@b', ...words])
  }
  mkdirSync(at('repository'))
  git('init', '-q')
  writeFileSync(at('repository/file'), 'text\n')
  git('add', 'file')
  git('commit', '-q', '-m', 'first')
  return [
    { name: 'ls', words: ['ls', '-l', at('tree')] },
    { name: 'sort', words: ['sort', at('text')] },
    { name: 'tar', words: ['tar', '-cf', at('tree.tar'), '-C', folder, 'tree'] },
    { name: 'find', words: ['find', at('tree'), '-name', 'text'] },
    {
      name: 'dash loop',
      words: ['dash', '-c', 'i=0; while [ $i -lt 5 ]; do i=$((i + 1)); /bin/echo $i; done'],
    },
    { name: 'bash pipes', words: ['bash', '-c', `sort ${at('text')} | tr a-z A-Z | cat; (exit 3); echo $?`] },
    { name: 'make -j', words: ['make', '-s', '-j', '3', '-C', folder] },
    {
      name: 'git clone',
      words: ['git', 'clone', '-q', at('repository'), at('clone')],
      before: () => rmSync(at('clone'), { recursive: true, force: true }),
    },
    { name: 'python subprocess', words: [PYTHON, '-c', SUBPROCESS] },
    { name: 'python asyncio', words: [PYTHON, '-c', ASYNCIO] },
    { name: 'npm', words: ['npm', '--prefix', folder, '--offline', 'pkg', 'get', 'name'] },
    { name: 'node HTTP server', words: ['node', '-e', HTTP] },
  ]
}

/*
 * A server is recorded in three scenarios, and runs under their policy for a fourth. What it is refused there was not known:
 * the policy names it as a sibling, or its estimate says that calls are missing.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@seccompile/compiler'
import { needsOf } from '@seccompile/needs'
import type { Needs } from '@seccompile/needs'
import { signedAbiTable } from '@seccompile/signatures'
import { OWN } from '../watch/machine.ts'
import { recordings, triedCalls } from './closed-loop.ts'

/** A server that serves one request, and ends; without a request it only starts. The last word is the path. */
const SERVER = `
import { createServer, get } from 'node:http'
import { readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
const answers = {
  '/read': () => readFileSync(import.meta.filename, 'utf8').slice(0, 5),
  '/write': () => { writeFileSync(new URL('written', import.meta.url), 'text'); return 'written' },
  '/run': () => spawnSync('sh', ['-c', 'echo a | cat; kill -0 $$; umask 022']).stdout.toString(),
}
const server = createServer((asked, answer) => answer.end(answers[asked.url]()))
server.listen(0, '127.0.0.1', () => process.argv[2] === 'start' ? server.close() :
  get({ port: server.address().port, path: process.argv[2] }, (answer) => {
    answer.resume()
    answer.on('end', () => server.close())
  }),
)
`

/** The policy of three scenarios, and what it says of the calls that the fourth was refused. */
export interface FourthScenario {
  readonly notKnown: Needs['notKnown']
  /** The refused calls that the policy names as siblings. */
  readonly siblings: readonly string[]
  /** The other refused calls. */
  readonly others: readonly string[]
}

/** Runs the fourth scenario. */
export async function fourthScenario(folder: string): Promise<FourthScenario> {
  const file = join(folder, 'server.mjs')
  writeFileSync(file, SERVER)
  const command = (path: string) => ({ name: path, words: ['node', file, path] as const })
  const three = []
  for (const path of ['start', '/read', '/write']) {
    const [found] = await recordings(command(path), folder, 2)
    three.push(...found.map((each) => ({ ...each, head: { ...each.head, scenario: path } })))
  }
  const { policy, notKnown } = needsOf(three)
  const compilation = compile(policy, { abis: [signedAbiTable(OWN.token)] })
  const refused = await triedCalls(command('/run'), folder, compilation)
  const named = new Set(notKnown.siblings.flatMap(({ calls }) => calls))
  return {
    notKnown,
    siblings: refused.filter((name) => named.has(name)).sort(),
    others: refused.filter((name) => !named.has(name)).sort(),
  }
}

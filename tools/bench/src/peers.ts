/*
 * `npm run bench peers`: policies that are made fresh, and those of the repository, with our filters beside the programs
 * of other tools. Exits 1 where a filter misses what its goal promises, 2 for bad usage.
 */
import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { folderPolicies } from './peers/folder-policies.ts'
import { freshPolicies } from './peers/fresh-policies.ts'
import { lossesOf } from './peers/judge.ts'
import { peerRows } from './peers/peer-row.ts'
import type { PeerSubject } from './peers/peer-subject.ts'
import { peerText } from './peers/peer-text.ts'
import type { PeerResult } from './peers/peer-text.ts'
import { findPeers } from './peer-tools.ts'
import type { Peers } from './peer-tools.ts'
import { repositoryPolicies } from './repository-policies.ts'

const USAGE = `usage: bench peers [--all] [--json] [--minijail FOLDER] [--kafel FOLDER] [--folder FOLDER] [PATTERN]

  --all              also print every row
  --json             print the rows as data
  --minijail FOLDER  a checkout of minijail
  --kafel FOLDER     a checkout of kafel in which make has run
  --folder FOLDER    also measure the policies in the files below FOLDER, in any notation
  PATTERN            measure the policies whose names match this regular expression
`

/** The policies whose names match `pattern`. @throws Error where there is none */
async function subjects(folder: string | undefined, pattern: string): Promise<readonly PeerSubject[]> {
  const wanted = new RegExp(pattern, 'u')
  const all = [
    ...freshPolicies(),
    ...(await repositoryPolicies()),
    ...(folder === undefined ? [] : await folderPolicies(folder)),
  ]
  const chosen = all.filter(({ name }) => wanted.test(name))
  if (chosen.length === 0)
    throw new Error(`no policy has a name that matches ${pattern}; leave the pattern out to measure all`)
  return chosen
}

function measure(chosen: readonly PeerSubject[], { present, absent }: Peers): PeerResult {
  const rows = chosen.flatMap((subject, done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done + 1} of ${chosen.length} `)
    return peerRows(subject, present)
  })
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  const peers = present.map(({ name, version }) => ({ name, version }))
  return { peers, absent, rows, losses: rows.flatMap(lossesOf) }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      minijail: { type: 'string' },
      kafel: { type: 'string' },
      folder: { type: 'string' },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  if (positionals.length > 1) throw new Error(`one pattern is enough; got ${positionals.join(' ')}`)
  const { minijail, kafel, folder, all, json } = values
  if (folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Error(`--folder: ${folder} is no folder; name one with policies`)
  const peers = findPeers({ minijail, kafel })
  try {
    const result = measure(await subjects(folder, positionals[0] ?? ''), peers)
    process.stdout.write(json ? `${JSON.stringify(result, undefined, 2)}\n` : peerText(result, all))
    return result.losses.some(({ isPromised }) => isPromised) ? 1 : 0
  } finally {
    peers.remove()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`bench peers: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

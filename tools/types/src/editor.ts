/*
 * A client of tsserver, the language server that editors start: it requests the completions at a place.
 *
 * A place is marked by `§` in the source.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, serverOf } from './project.ts'

/** The words that the editor offers at a place. */
export interface Completion {
  readonly line: string
  readonly names: readonly string[]
  /** Wall time, or processor time where that is less: the machine may have other work. */
  readonly ms: number
}

interface ServerMessage {
  readonly type: string
  readonly request_seq?: number
  readonly body?: { readonly entries?: readonly { readonly name: string }[] }
}

/** The processor time of the main thread of a process, in ms; undefined where the system does not report it. */
function busyMs(pid: number | undefined): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return undefined
  }
}

/** The complete messages in the output of tsserver, and the rest of the output. */
function messagesIn(text: string): { readonly messages: readonly ServerMessage[]; readonly rest: string } {
  const messages: ServerMessage[] = []
  let rest = text
  for (;;) {
    const head = /Content-Length: (\d+)\r\n\r\n/.exec(rest)
    if (head === null) return { messages, rest }
    const begin = head.index + head[0].length
    const end = begin + Number(head[1])
    if (rest.length < end) return { messages, rest }
    messages.push(JSON.parse(rest.slice(begin, end)) as ServerMessage)
    rest = rest.slice(end)
  }
}

type Ask = (command: string, args: object) => Promise<ServerMessage>

/** A function that sends a command to `server` and waits for its answer. */
function askerOf(server: ChildProcess): Ask {
  const waiting = new Map<number, (answer: ServerMessage) => void>()
  let seq = 0
  let said = ''
  // Latin-1: lengths are in bytes.
  server.stdout!.setEncoding('latin1').on('data', (part: string) => {
    const { messages, rest } = messagesIn(said + part)
    said = rest
    for (const each of messages)
      if (each.type === 'response' && each.request_seq !== undefined) waiting.get(each.request_seq)?.(each)
  })
  return (command, args) =>
    new Promise((resolve) => {
      seq += 1
      waiting.set(seq, resolve)
      server.stdin!.write(`${JSON.stringify({ seq, type: 'request', command, arguments: args })}\n`)
    })
}

/** The completions at each `§` of `source`. The first place is asked twice, because the server first reads the project. */
export async function completions(source: string): Promise<readonly Completion[]> {
  const lines = source.split('\n')
  const places = lines.flatMap((line, i) =>
    line.includes('§') ? [{ line: i + 1, offset: line.indexOf('§') + 1 }] : [],
  )
  return inProject(source.replaceAll('§', ''), async (folder) => {
    const server = spawn(process.execPath, [serverOf('6.0')], { stdio: ['pipe', 'pipe', 'ignore'] })
    try {
      const ask = askerOf(server)
      const file = join(folder, 'policy.ts')
      server.stdin.write(
        `${JSON.stringify({ seq: 0, type: 'request', command: 'open', arguments: { file } })}\n`,
      )
      const found: Completion[] = []
      for (const place of [...places.slice(0, 1), ...places]) {
        const [before, busyBefore = NaN] = [performance.now(), busyMs(server.pid)]
        const { body } = await ask('completionInfo', { file, ...place })
        const [wall, busy = NaN] = [performance.now() - before, busyMs(server.pid)]
        const ms = Math.min(wall, Number.isNaN(busy - busyBefore) ? wall : busy - busyBefore)
        found.push({
          line: lines[place.line - 1]!.trim(),
          names: (body?.entries ?? []).map(({ name }) => name),
          ms,
        })
      }
      return found.slice(1)
    } finally {
      server.kill()
    }
  })
}

/** A module with the places that the writer of a policy meets. */
export const PLACES = `import { AF_UNIX, policy } from 'seccompile'
const open = policy({ default: 'allow' })
open.deny('soc§')
open.deny('read', 'so§')
open.deny('socket', ({ § }) => AF_UNIX as never)
open.deny('open', 'openat', (args) => args.§)
open.deny('socket', ({ family }) => family.§)
policy({ abis: ['§'], default: 'allow' })
policy({ default: '§' })
`

import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { refusing } from './machine.ts'

const WATCH = import.meta.resolve('@seccompile/watch')

/** A program that watches a shell which tries to make `folder` again and again, and writes its own pid first. */
function watcherOf(use: 'denials' | 'record', folder: string): string {
  const shell = `echo $$; while :; do mkdir ${folder}/made 2>/dev/null; done`
  const call =
    use === 'record'
      ? `record(['sh', '-c', ${JSON.stringify(`echo $$; while :; do :; done`)}], { stdio: ['ignore', 'inherit', 'ignore'] })`
      : `watch(${JSON.stringify(refusing(['mkdir', 'mkdirat']))}, ['sh', '-c', ${JSON.stringify(shell)}], { stdio: ['ignore', 'inherit', 'ignore'] }).report`
  return `
    import { record, watch } from '${WATCH}'
    await ${call}`
}

/** Whether process `pid` runs. One that has ended, and that nobody has waited for, does not. */
function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

/** Kills a watcher some time after its command has begun; yields what is wrong afterwards. */
async function wrongKill(use: 'denials' | 'record', folder: string, ms: number): Promise<string | undefined> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', watcherOf(use, folder)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())))
    child.once('exit', () => reject(new Error('the watcher ended before its command began')))
  })
  await delay(ms)
  child.removeAllListeners('exit')
  child.kill('SIGKILL')
  await delay(100)
  const stays = isAlive(pid)
  if (stays) process.kill(pid, 'SIGKILL')
  if (use === 'record') return stays ? 'a recorded command goes on without its watcher' : undefined
  const made = join(folder, 'made')
  if (!existsSync(made)) return undefined
  rmSync(made, { recursive: true })
  return 'a refused call ran'
}

/** Kills after which a refused call ran, or a recorded command stayed. */
export async function wrongKills(folder: string, kills: number): Promise<readonly string[]> {
  const wrong: string[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const use = kill % 4 === 3 ? 'record' : 'denials'
    const what = await wrongKill(use, folder, (kill * 7) % 50)
    if (what !== undefined) wrong.push(`${use}, killed after ${(kill * 7) % 50} ms: ${what}`)
  }
  process.stdout.write(`kills: ${kills - wrong.length} of ${kills} as they should be\n`)
  return wrong
}

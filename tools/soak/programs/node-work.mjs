/* Files, a worker thread, timers, compression in the pool of threads, and a child. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { gzip } from 'node:zlib'

const folder = mkdtempSync('./work-')
writeFileSync(`${folder}/text`, 'hello\n'.repeat(1000))
const sizes = await Promise.all(
  Array.from({ length: 8 }, async () => (await promisify(gzip)(readFileSync(`${folder}/text`))).length > 0),
)
const worker = new Worker('require("node:worker_threads").parentPort.postMessage(6 * 7)', { eval: true })
const message = await new Promise((resolve) => worker.once('message', resolve))
await setTimeout(20)
const child = execFileSync('sh', ['-c', 'echo from a child'], { encoding: 'utf8' }).trim()
console.log(
  sizes.length,
  message,
  child,
  createHash('sha256')
    .update(readFileSync(`${folder}/text`))
    .digest('hex'),
)
console.error('to standard error')
rmSync(folder, { recursive: true })
process.exitCode = 2

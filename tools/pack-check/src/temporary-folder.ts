import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const STATUS_OF_SIGNAL = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** A new folder in `parent`. It is removed when this process ends, also by ^C, unless it `isKept`: then a line says where it is. */
export function temporaryFolder(parent: string, prefix: string, isKept: boolean = false): string {
  const folder = realpathSync(mkdtempSync(join(parent, prefix)))
  process.on('exit', () => {
    if (isKept) console.error(`kept ${folder}`)
    else rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(STATUS_OF_SIGNAL[signal]))
  return folder
}

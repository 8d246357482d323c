import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from './pages.ts'
import { shownFiles, wantedPictures } from './pictures.ts'
import { sizedPicture } from './sized-picture.ts'

const COMMAND = fileURLToPath(new URL('../../../packages/seccompile/bin/seccompile.js', import.meta.url))
const MOST_BYTES = 16 * 1024 * 1024
const run = promisify(execFile)

/**
 * The pictures that `pages` request, by their paths on the site.
 *
 * @param stage - a folder of the repository for the files of pages, so that their imports resolve; it is removed at
 * the end
 * @throws Error with the message of `seccompile draw`, where the command fails
 */
export async function drawPictures(
  pages: readonly Page[],
  stage: string,
): Promise<ReadonlyMap<string, string>> {
  const drawn = new Map<string, string>()
  try {
    for (const { path, text } of pages) {
      const wanted = wantedPictures(path, text)
      if (wanted.length === 0) continue
      rmSync(stage, { recursive: true, force: true })
      mkdirSync(stage, { recursive: true })
      const files = shownFiles(text)
      for (const [name, code] of files) writeFileSync(join(stage, name), code)
      const draw = async ({ kind, typed, width }: (typeof wanted)[number]): Promise<string> => {
        if (width !== undefined) {
          const [file = '', ...options] = typed
          const shown = files.get(file)
          if (shown === undefined || options.length > 0)
            throw new Error(`${path}: a picture with a width is of one profile that the page shows; got "${typed.join(' ')}"`)
          return sizedPicture({ kind, file, text: shown, width })
        }
        return (await run(process.execPath, [COMMAND, 'draw', kind, ...typed], { cwd: stage, maxBuffer: MOST_BYTES })).stdout
      }
      const svgs = await Promise.all(wanted.map(draw))
      for (const [i, svg] of svgs.entries()) drawn.set(wanted[i]!.path, svg)
    }
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
  return drawn
} // prettier-ignore

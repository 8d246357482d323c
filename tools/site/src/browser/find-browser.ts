import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The path of a browser that the checks can drive: `$CHROMIUM`, or a browser on PATH; `undefined` where there is
 * none.
 */
export function findBrowser(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { CHROMIUM: named, PATH: path = '' } = env
  if (named !== undefined && named !== '') return named
  const places = path.split(':').flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false // the file is absent, or cannot be executed
    }
  })
}

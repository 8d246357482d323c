/*
 * Hooks of the module loader that plant a fault: the built file of a source gets one text replaced. The fault stands in the
 * address of this module.
 */
import type { LoadHook } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './paths.ts'
import { planted } from './planted.ts'
import type { PlantedFault } from './worker-job.ts'

const fault = JSON.parse(new URL(import.meta.url).searchParams.get('fault')!) as PlantedFault // written by worker.ts
const built = fault.file.replace('/src/', '/dist/').replace(/\.ts$/, '.js')
const address = pathToFileURL(join(ROOT, built)).href

/** Yields modules as they are, but for the one with the fault. */
export const load: LoadHook = async (url, context, next) => {
  const module = await next(url, context)
  if (url !== address) return module
  return { ...module, source: planted(Buffer.from(module.source as Uint8Array).toString(), fault) } // a module of a file has bytes
}

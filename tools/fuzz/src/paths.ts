import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const ROOT: string = fileURLToPath(new URL('../../..', import.meta.url))

/** The kept corpora: a file for each target. */
export const KEPT_CORPORA: string = join(ROOT, 'tools', 'fuzz', 'corpus')

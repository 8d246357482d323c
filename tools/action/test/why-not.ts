import { spawnSync } from 'node:child_process'
import { COMMAND } from './temporary-repository.ts'

/** Why no command can be watched here; `undefined` where one can. */
export function whyNot(): string | undefined {
  const [name = '', ...words] = COMMAND.split(' ')
  const { status, stderr } = spawnSync(name, [...words, 'try', 'preset:container-default', '--', 'true'], {
    encoding: 'utf8',
  })
  return status === 0 || status === 1 ? undefined : stderr.trim()
}

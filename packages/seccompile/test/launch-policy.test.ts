import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { file } = temporaryFolder()
const UNIT = file('unit.service', '[Service]\nSystemCallFilter=~ptrace\nSystemCallArchitectures=native\n')

/** The line for systemd after its own options, with each word quoted for a shell. */
async function systemdLine(...words: readonly string[]): Promise<string> {
  const { status, out, err } = await runCli(['launch', 'systemd', UNIT, '--', ...words])
  expect([status, err]).toEqual([0, `note: ${UNIT} is read as systemd 257 with libseccomp 2.6.0 would attach it on x86_64\n`]) // prettier-ignore
  return out.slice(out.indexOf(' -- ') + 4)
}

it('doubles each $ in the line for systemd, which would put a variable there (issue 19)', async () => {
  expect(await systemdLine('/bin/sh', '-c', 'echo $HOME ${HOME} $$')).toBe(
    "/bin/sh -c 'echo $$HOME $${HOME} $$$$'\n",
  )
})

it('quotes every other word for the shell alone', async () => {
  expect(await systemdLine('/opt/a b', "it's", '"q"', 'two\nlines', '*', '')).toBe(
    `'/opt/a b' 'it'\\''s' '"q"' "$(printf 'two\\012lines')" '*' ''\n`,
  )
})

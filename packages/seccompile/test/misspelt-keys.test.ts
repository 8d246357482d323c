/* A key that is misspelt or dropped loses its rule. The result is a warning, and an error with `compile --strict`. */
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

const OCI = `{"defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{"names": ["socket"], "action": "SCMP_ACT_ALLOW",
  "arg": [{"index": 0, "value": 1, "op": "SCMP_CMP_EQ"}]}]}`
const SPO = `apiVersion: security-profiles-operator.x-k8s.io/v1beta1
kind: SeccompProfile
metadata: {name: web}
spec:
  defaultAction: SCMP_ACT_ERRNO
  syscalls:
  - {names: [socket], action: SCMP_ACT_ALLOW, Args: [{index: 0, value: 1, op: SCMP_CMP_EQ}]}
`

const DROPPED = SPO.replace(/Args:.*/, 'includes: {caps: [CAP_BPF]}}')

const ENTRIES = [
  ['profile.json', OCI, '2:3: unknown key "arg" is ignored; did you mean "args"?'],
  ['profile.yaml', SPO, '7:47: key "Args" is dropped: a SeccompProfile has none; did you mean "args"?'],
  ['dropped.yaml', DROPPED, '7:47: key "includes" is dropped: a SeccompProfile has none'],
] as const

it.each(ENTRIES)('is an error under --strict: %s', async (name, text, message) => {
  const path = file(name, text)
  const strict = await runCli(['compile', path, '--strict', '-o', at('filter.bpf')])
  expect([strict.status, strict.err]).toEqual([2, `error: ${path}:${message}\n`])
  expect(existsSync(at('filter.bpf'))).toBe(false)
})

it.each(ENTRIES)('is a warning of high severity otherwise: %s', async (name, text, message) => {
  const path = file(`linted-${name}`, text)
  const { status, err } = await runCli(['compile', path, '-v', '-o', at('open.bpf')])
  expect([status, err]).toEqual([0, expect.stringContaining(`warning: ${path}:${message} [`)])
  const { out } = await runCli(['lint', path, '--json'])
  expect(out).toMatch(/"(?:misspelt-key|lost-condition)",\s+"severity": "high"/)
})

import { SIDE } from '../options/files.ts'
import { attackIdsOption, ATTACK_IDS } from '../options/attacks.ts'
import { formOption, JSON_OUT } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { anyArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile blocks`. */
export const command: Command = defineCommand({
  name: 'blocks',
  summary: 'say which published attacks a filter stops, and by what',
  description:
    'say which published attacks on the kernel a filter stops, by proof, and which calls it leaves',
  usefulWithoutOutput: 'status',
  args: {
    file: SIDE,
    id: anyArguments('attacks to show with their calls; without one, a table of all', ATTACK_IDS),
  },
  options: {
    ...TARGET,
    require: attackIdsOption('exit with status 1 unless the filter stops these attacks'),
    format: formOption(['text', 'markdown'], 'text'),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    { does: 'a table of all attacks', line: 'seccompile blocks profile.json' },
    { does: 'the calls of one', line: 'seccompile blocks profile.json CVE-2026-31431' },
    {
      does: 'in CI, and exit 1 where it is not stopped',
      line: 'seccompile blocks profile.json --require CVE-2026-31431,CVE-2026-43284',
    },
  ],
  run: asking(async (question) => (await import('../bodies/blocks.ts')).blocks(question)),
})

import { FILES } from '../syntax/completion.ts'
import { oneAbi } from '../options/abi.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { LIBSECCOMP, RUNTIME } from '../options/runtime.ts'
import { TARGET } from '../options/target.ts'
import { argument } from '../syntax/argument.ts'
import { flag } from '../syntax/option.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile runtime`. */
export const command: Command = defineCommand({
  name: 'runtime',
  summary: 'say what a container runtime loads for a profile',
  description:
    'say what runc or crun loads for a profile of Docker or OCI: the calls that get another verdict than is written, with the reason, and the calls of which nothing is known. Exit 0 where no call runs that is refused as it is written; exit 1 where one does, where nothing is known of one, and where the runtime refuses the profile',
  args: { profile: argument('a profile of Docker, Podman or OCI, or - for standard input', FILES) },
  options: {
    runtime: RUNTIME,
    libseccomp: LIBSECCOMP,
    abi: oneAbi('the ABI of the machine', 'x86_64'),
    caps: TARGET.caps,
    kernel: TARGET.kernel,
    verbose: { ...flag('name all calls and places, where the text has counts'), short: 'v' },
    json: JSON_OUT,
    raw: RAW,
  },
  examples: [
    { does: 'by the newest runc that is known', line: 'seccompile runtime profile.json' },
    {
      does: 'by crun with the libseccomp of Debian 12',
      line: 'seccompile runtime profile.json --runtime crun-1.14 --libseccomp 2.5.5',
    },
  ],
  run: asking(async (question) => (await import('../bodies/runtime.ts')).runtime(question)),
})

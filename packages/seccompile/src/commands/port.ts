import type { LibcName } from '@seccompile/libc-calls'
import { ABI_LIST, abiTokens, oneAbi } from '../options/abi.ts'
import { outputOption, POLICY } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { parseKernels } from '../options/kernels.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FREE, listOf } from '../syntax/completion.ts'
import { itemsOf, parseChoice, required, valued } from '../syntax/option.ts'

const LIBCS = ['glibc', 'musl'] as const satisfies readonly LibcName[]

const parseLibcs = (text: string, flag: string): readonly LibcName[] => [
  ...new Set(itemsOf([text]).map((word) => parseChoice(word, flag, LIBCS))),
]

/** `seccompile port`. */
export const command: Command = defineCommand({
  name: 'port',
  summary: 'the edit of a policy for other ABIs, C libraries or kernels',
  description:
    'the calls that programs make on other ABIs, with other C libraries or on other kernels in place of those that a policy allows, as an edit with a reason and a source for each; the edited policy with -o. Exit 0 where each call has its place, exit 1 where the edit does not open some, or where a refusal has no effect there',
  args: { policy: POLICY },
  options: {
    to: required({
      placeholder: 'list',
      brief:
        'the ABIs to which the policy goes: aarch64,riscv64; its own ABI where only the library or the kernel changes',
      parse: abiTokens,
      complete: ABI_LIST,
    }),
    abi: oneAbi('the ABI that the policy is written for', 'the first of the policy, or x86_64'),
    libc: valued({
      placeholder: 'list',
      brief: 'the C libraries of the programs there: glibc, musl',
      otherwise: 'both',
      parse: parseLibcs,
      complete: listOf(LIBCS),
    }),
    kernel: valued({
      placeholder: 'x.y..x.y',
      brief: 'the kernels there, from the oldest to the newest; a single version is both',
      otherwise: 'the newest known',
      parse: parseKernels,
      complete: FREE,
    }),
    output: outputOption('the edited policy, in the notation of the policy', 'only the edit is printed'),
    json: JSON_OUT,
  },
  examples: [
    {
      does: 'what a profile lacks on arm64',
      line: 'seccompile port profile.json --to aarch64',
    },
    {
      does: 'a profile of a glibc image for an Alpine image',
      line: 'seccompile port profile.json --to x86_64 --libc musl -o alpine.json',
    },
  ],
  run: async (io, question) => (await import('../bodies/port.ts')).port(io, question),
})

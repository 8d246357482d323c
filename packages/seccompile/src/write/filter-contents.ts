/* The filters that a policy was compiled to, in the notation that the command needs. */
import type { StackCompilation } from '@seccompile/compiler'
import type { Policy } from '@seccompile/policy'
import type { Notation } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { programFilter } from '@seccompile/filter'
import { contentOf } from './content-of.ts'
import { programSubject } from './content.ts'
import type { WrittenContent, ContentOptions } from './content.ts'

/**
 * The filters in `notation`; an exit status where it cannot hold one of them.
 * @throws CliError for several filters in a notation of policies
 */
export async function filterContents(
  io: Io,
  policy: Policy,
  { filters, abis }: StackCompilation,
  notation: Notation,
  options: ContentOptions,
): Promise<readonly WrittenContent[] | ExitCode> {
  if (filters.length > 1 && notation.kind === 'policy')
    throw new CliError(
      `the policy needs ${filters.length} filters, and ${notation.title} can hold only one; use "convert", which writes the policy itself`,
    )
  const found: WrittenContent[] = []
  for (const { program } of filters) {
    const [main, ...others] = abis
    const filter = { ...programFilter('the filter', program, [main!, ...others]), policy, target: { abis } } // a compilation has an ABI
    const content = await contentOf(io, programSubject(filter), notation, options)
    if (typeof content === 'number') return content
    found.push(content)
  }
  return found
}

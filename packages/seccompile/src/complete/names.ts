/* The names that words may be completed to. Each list is imported when a word asks for it. */
import { SECCOMP_RET } from '@seccompile/abi'
import type { Command } from 'commander'
import type { Named } from './takes.ts'

/** A word, and what it is. */
export interface Candidate {
  readonly value: string
  readonly about?: string
}

const plain = (values: Iterable<string>): readonly Candidate[] => [...values].map((value) => ({ value }))

const described = (
  all: readonly { readonly name: string; readonly summary: string }[],
): readonly Candidate[] => all.map(({ name, summary }) => ({ value: name, about: summary }))

/** The commands of the help, with a line about each. */
export function commandNames(root: Command): readonly Candidate[] {
  return root
    .createHelp()
    .visibleCommands(root)
    .map((command) => ({ value: command.name(), about: command.summary() || command.description() }))
}

/** What `named` has. */
export async function namesOf(named: Named, root: Command): Promise<readonly Candidate[]> {
  switch (named) {
    case 'ABI':
    case 'ABI list': {
      const { abis } = await import('@seccompile/syscalls')
      return plain(abis.map(({ token }) => token))
    }
    case 'action':
      return plain(Object.keys(SECCOMP_RET))
    case 'call': {
      const { syscallNames } = await import('@seccompile/syscalls')
      return plain(syscallNames)
    }
    case 'capability list': {
      const { CAPABILITIES } = await import('@seccompile/policy')
      return plain(CAPABILITIES)
    }
    case 'command':
      return commandNames(root)
    case 'group': {
      const { GROUPS } = await import('@seccompile/groups')
      return described(GROUPS)
    }
    case 'lint rule list': {
      const [{ lintRules }, { ruleFacts, ruleNames }] = await Promise.all([
        import('@seccompile/lint'),
        import('@seccompile/lint-report'),
      ])
      const facts = ruleFacts(lintRules, ruleNames(lintRules))
      return facts.map(({ name, means }) => ({ value: name, about: means }))
    }
    case 'pass':
    case 'pass list': {
      const { passes } = await import('@seccompile/compiler')
      return described(passes)
    }
    case 'presets': {
      const { PRESETS } = await import('@seccompile/presets')
      return described(PRESETS)
    }
  }
}

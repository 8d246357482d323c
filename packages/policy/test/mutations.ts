/** Faults that the tests of this package must catch: each makes a policy mean less than it says, or more. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'compares all bits of a register, whatever the kernel reads',
    file: 'src/resolution/calls/named-predicate.ts',
    find: 'const bitsOf = ({ width }: CallArgument): bigint => (1n << BigInt(width)) - 1n',
    replace: 'const bitsOf = (_: CallArgument): bigint => U64.max',
  },
  {
    name: 'takes the rules of one ABI for those of another with other errnos in them',
    file: 'src/resolution/calls/on-abi.ts',
    find: 'rule.names.length === names.length && isSameAction(rule.action, action)',
    replace: 'rule.names.length === names.length && rule.action.action === action.action',
  },
  {
    name: 'takes rules for one ABI as rules for all ABIs with the same errnos',
    file: 'src/resolution/calls/on-abi.ts',
    find: 'rule.names.length === names.length && isSameAction(rule.action, action)',
    replace: 'names.length >= 0 && isSameAction(rule.action, action)',
  },
  {
    name: 'compares a signed argument as one without a sign',
    file: 'src/resolution/calls/named-predicate.ts',
    find: 'const [min, max] = signed ? [-size / 2n, size / 2n - 1n] : [0n, size - 1n]',
    replace: 'const [min, max] = [signed && lo > hi ? -size / 2n : 0n, size - 1n]',
  },
  {
    name: 'leaves out the high halves between the ends of a range',
    file: 'src/resolution/calls/named-predicate.ts',
    find: 'isHigh(from + 1n, to - 1n),',
    replace: '',
  },
  {
    name: 'takes the low half of a value for the high one',
    file: 'src/resolution/calls/named-predicate.ts',
    find: 'const [low, high] = [arg.index, arg.high]',
    replace: 'const [high, low] = [arg.index, arg.high]',
  },
  {
    name: 'finds all of the flags where one is set',
    file: 'src/resolution/calls/named-predicate.ts',
    find: 'test(arg, here, [{ lo: here, hi: here }])',
    replace: 'not(test(arg, here, [{ lo: 0n, hi: 0n }]))',
  },
  {
    name: 'forgets flags beyond the argument',
    file: 'src/resolution/calls/named-predicate.ts',
    find: 'return beyond ? NEVER : test',
    replace: 'void beyond\n      return test',
  },
  {
    name: 'takes a constant of another family',
    file: 'src/resolution/calls/named-predicate.ts',
    find: '|| arg.families.includes(value.family)) return',
    replace: '|| value.family !== undefined) return',
  },
  {
    name: 'lets a callback drop a condition',
    file: 'src/builder/condition-by.ts',
    find: 'const dropped = made.find((each) => !kept.has(each))',
    replace: 'const dropped = made.find((each) => !kept.has(each) && kept.size === 0)',
  },
  {
    name: 'takes an errno of one ABI for all',
    file: 'src/resolution/calls/on-abi.ts',
    find: 'const action = actionOn(rule.action, abi)',
    replace: "const action = actionOn(rule.action, 'x86_64')",
  },
  {
    name: 'gives a rule for one ABI to all',
    file: 'src/resolution/calls/on-abi.ts',
    find: '!rule.abis.includes(abi)',
    replace: 'rule.abis.length === 0',
  },
  {
    name: 'sees no overlap of alternatives but the first',
    file: 'src/resolution/calls/terms.ts',
    find: '        terms.push(...own)',
    replace: '        terms.push(...own.slice(0, 1))',
  },
  {
    name: 'takes rules for checked that no method of a builder has checked',
    file: 'src/builder/builder.ts',
    find: 'if (i >= own.length || checked[i] !== own[i])',
    replace: 'if (i >= own.length && checked[i] === undefined)',
  },
  {
    name: 'takes a policy that is no builder for final, with rules written for it',
    file: 'src/builder/builder.ts',
    find: 'if (isRead ? FinalMark.isOn(given) : written === undefined)',
    replace: 'if (!isRead || FinalMark.isOn(given))',
  },
  {
    name: 'leaves refused calls of x32 open by their numbers of x86_64',
    file: 'src/resolution/calls/old-numbers.ts',
    find: '? refuses(own, name)',
    replace: '? false',
  },
  {
    name: 'weakens the default for the old numbers of x32',
    file: 'src/resolution/calls/old-numbers.ts',
    find: 'if (!letsRun(otherwise)) return []',
    replace: '',
  },
  {
    name: 'leaves refused calls of x86_64 open on x32, which lacks them',
    file: 'src/resolution/calls/old-numbers.ts',
    find: ': sharing.some((other) => refuses(other, name))',
    replace: ': false',
  },
  {
    name: 'takes a rule for another ABI for the reason of a verdict',
    file: 'src/resolution/reasons.ts',
    find: '(rule.abis === undefined || rule.abis.includes(abi)) &&\n    ',
    replace: '',
  },
  {
    name: 'takes a rule for the reason whose requirement the target does not meet',
    file: 'src/resolution/reasons.ts',
    find: 'applies(rule, circumstances) &&\n    ',
    replace: '',
  },
  {
    name: 'takes the default for the reason where a rule without a condition decides',
    file: 'src/resolution/reasons.ts',
    find: 'givesRest && !isSure',
    replace: 'givesRest',
  },
  {
    name: 'takes any rule of the call for sure',
    file: 'src/resolution/reasons.ts',
    find: 'rule.args.length === 0 && rule.when === undefined',
    replace: 'rule.args.length >= 0',
  },
  {
    name: 'takes the default for the reason of a call that the known kernel lacks',
    file: 'src/resolution/reasons.ts',
    find: "lacking === undefined ? 'default' : 'known-up-to'",
    replace: "'default' as 'default' | 'known-up-to'",
  },
  {
    name: 'gives a closed ABI reasons',
    file: 'src/resolution/reasons.ts',
    find: '  if (isClosed) return []\n',
    replace: '',
  },
  {
    name: 'forgets that a part is closed within a policy that is',
    file: 'src/resolution/reasons.ts',
    find: 'isClosed: isClosed || closed.includes(abi)',
    replace: 'isClosed: closed.includes(abi)',
  },
  {
    name: 'forgets the capabilities that a policy gives its parts',
    file: 'src/resolution/reasons.ts',
    find: 'caps: target.caps ?? policy.caps',
    replace: 'caps: target.caps',
  },
  {
    name: 'forgets the action that a policy gives its parts for unknown calls',
    file: 'src/resolution/reasons.ts',
    find: 'lackingAction: unknown }',
    replace: 'lackingAction }',
  },
  {
    name: 'gives reasons on an ABI outside the target',
    file: 'src/resolution/reasons.ts',
    find: '  if (!read.abis.some(({ token }) => token === asked.abi)) return []\n',
    replace: '',
  },
  {
    name: 'lets a line be one character too long',
    file: 'src/data/source-layout.ts',
    find: 'indent + flat.length + after <= width',
    replace: 'indent + flat.length + after <= width + 1',
  },
  {
    name: 'forgets the comma behind a part',
    file: 'src/data/source-layout.ts',
    find: 'laidOut(part.code, width, inner, 1)',
    replace: 'laidOut(part.code, width, inner)',
  },
  {
    name: 'lets a comment swallow the parts behind it',
    file: 'src/data/source-layout.ts',
    find: 'part.beside === undefined ? onOneLine(part.code) : undefined',
    replace: 'onOneLine(part.code)',
  },
  {
    name: 'lets a line separator end a comment',
    file: 'src/data/source-layout.ts',
    find: '[\\n\\r\\u2028\\u2029]',
    replace: '[\\n\\r]',
  },
  {
    name: 'checks a condition on an ABI that does not have the call',
    file: 'src/resolution/calls/call-condition.ts',
    find: 'numberOf(table, name) !== undefined)',
    replace: 'table !== undefined)',
  },
  {
    name: 'has a predicate for an argument that the ABI does not know',
    file: 'src/resolution/calls/call-condition.ts',
    find: 'argumentOf(abi, name, each.argument) !== undefined && ',
    replace: '',
  },
  {
    name: 'has a predicate for a constant that the ABI does not know',
    file: 'src/resolution/calls/call-condition.ts',
    find: ' && [each.mask, ...each.values].every(has)),',
    replace: '),',
  },
]

/* The messages are those of TypeScript 6 on policies; typescript-service.long.test.ts holds them to TypeScript itself. */
import { expect, it } from 'vitest'
import { faultText } from '../../src/playground/typescript/fault-text.ts'

const known = {
  calls: ['ptrace', 'read', 'socket'],
  errnos: ['EACCES', 'EPERM'],
  exports: ['AF_INET', 'AF_UNIX', 'policy'],
  modules: ['seccompile', '@seccompile/policy'],
  members: ['allow', 'deny'],
}

it.each([
  [
    `Argument of type '"ptrce"' is not assignable to parameter of type 'Mistake<"no system call is named \\"ptrce\\"">'.`,
    'no system call is named "ptrce"; did you mean "ptrace"?',
  ],
  [
    `Argument of type '"EPERM"' is not assignable to parameter of type 'Mistake<"write errno(\\"EPERM\\") after the calls">'.`,
    'write errno("EPERM") after the calls',
  ],
  [
    `Property 'famliy' does not exist on type 'ArgumentsOfCall<"family" | "type" | "protocol", "socket">'.`,
    'socket has no argument "famliy"; did you mean "family"?',
  ],
  [
    `Property 'x' does not exist on type 'ArgumentsOfCall<"family" | "type", "socket" | "socketpair">'.`,
    'socket and socketpair have no argument "x"; there is family, type',
  ],
  [
    `Property 'family' does not exist on type 'NothingInCommon<"open" | "socket">'.`,
    'open and socket have no argument "family" in common; write a rule for each call',
  ],
  ["Property 'deni' does not exist on type 'PolicyBuilder'.", 'a policy has no "deni"; did you mean "deny"?'],
  [
    "Property 'alow' does not exist on type 'PolicyBuilder'. Did you mean 'allow'?",
    'a policy has no "alow"; did you mean "allow"?',
  ],
  ["Cannot find name 'AF_UNXI'. Did you mean 'AF_UNIX'?", 'unknown name "AF_UNXI"; did you mean "AF_UNIX"?'],
  ["Cannot find name 'AF_INET'.", `"AF_INET" is not imported; import it from 'seccompile'`],
  ["Cannot find name 'ptrace'.", 'unknown name "ptrace"; write the name of a call in quotes'],
  ["Cannot find name 'document'.", 'unknown name "document"'],
  [
    `'"seccompile"' has no exported member named 'polcy'. Did you mean 'policy'?`,
    'seccompile exports no "polcy"; did you mean "policy"?',
  ],
  [`Module '"seccompile"' has no exported member 'x'.`, 'seccompile exports no "x"'],
  [
    "Cannot find module 'fs' or its corresponding type declarations.",
    'there is no module "fs" here; there is seccompile, @seccompile/policy',
  ],
  [
    `Type '"denyy"' is not assignable to type 'Action | DefaultWord'. Did you mean '"deny"'?`,
    '"denyy" does not fit here; did you mean "deny"?',
  ],
  [
    "Object literal may only specify known properties, but 'defalt' does not exist in type 'PolicyOptions'. Did you mean to write 'default'?",
    '"defalt" is not among the options of policy(); did you mean "default"?',
  ],
  [
    "Argument of type '{}' is not assignable to parameter of type 'PolicyOptions'.\n  Property 'default' is missing in type '{}' but required in type 'PolicyOptions'.",
    '"default" is missing among the options of policy()',
  ],
  [
    `Argument of type '"EPRM"' is not assignable to parameter of type 'number | ErrnoName'.`,
    'no errno is named "EPRM"; did you mean "EPERM"?',
  ],
  ['Expected 1 arguments, but got 0.', 'expected 1 argument; got 0'],
  [
    `Argument of type 'Constant<"sock">' is not assignable to parameter of type 'NumberOrConstantOf<"af">'.\n  Type`,
    'expected a number or a constant of the family af; got a constant of the family sock',
  ],
  [
    `Argument of type '() => void' is not assignable to parameter of type 'KnownItem<"socket", Action>'.\n  Type 'void' is not assignable to type 'ConditionOr<"join conditions by all()">'.`,
    'the callback returns nothing, and not a condition; join conditions by all()',
  ],
  [
    `Argument of type 'Action' is not assignable to parameter of type 'KnownItem<"socket", "deny() takes an action">'.`,
    'deny() takes an action',
  ],
  ["Type 'string' is not assignable to type 'number'.", 'expected number; got string'],
  ["',' expected.", 'expected ","'],
  ['Expression expected.', 'expected a value'],
  ['Unterminated string literal.', 'this text has no closing quote'],
  ["Unknown keyword or identifier. Did you mean 'default'?", 'unknown word; did you mean "default"?'],
  ["Duplicate identifier 'a'.\n  more", 'duplicate identifier "a"'],
])('the message of TypeScript %j is said in our words', (message, said) => {
  expect(faultText(message, known)).toBe(said)
})

it('a type of any length makes a short message', () => {
  const union = Array.from({ length: 5000 }, (_, i) => `"call_${i}"`).join(' | ')
  expect(faultText(`Type 'number' is not assignable to type '${union}'.`, known).length).toBeLessThan(200)
  expect(faultText(`Strange type '${union}'.`, known).length).toBeLessThan(200)
})

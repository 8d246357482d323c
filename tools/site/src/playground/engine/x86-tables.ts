/*
 * The tables of x86_64, x32 and x86, in one file of the bundle: a filter for one of them is checked on the other two.
 *
 * The order of these lines is that of the tables in the file. The table of x32 is nearly that of x86_64, so it
 * follows it directly, which compresses well.
 */
export { x86_64 } from '@seccompile/signatures/x86_64'
export { x32 } from '@seccompile/signatures/x32'
export { x86 } from '@seccompile/signatures/x86'

import { describe, expect, it } from 'vitest'
import { holds, readDefinitions, tidyType } from '../src/definitions.mjs'

const text = ({ entry, kind, args }) =>
  `${kind} ${entry}(${args.map(({ type, name, pair }) => `${type} ${name}${pair ? ' pair' : ''}`).join(', ')})`
const read = (source) => readDefinitions(source, 'x.c').map(text)

describe('readDefinitions', () => {
  it('reads macros over several lines, with comments', () => {
    expect(
      read(`
/* SYSCALL_DEFINE1(not_this, int, a) */
SYSCALL_DEFINE3(read, unsigned int, fd, char __user *, buf, // the buffer
		size_t, count)
{
}
SYSCALL_DEFINE0(getpid)
COMPAT_SYSCALL_DEFINE2(x, compat_ulong_t, a, const struct y __user *, b)
`),
    ).toEqual([
      'macro sys_read(unsigned int fd, char __user * buf, size_t count)',
      'macro sys_getpid()',
      'macro compat_sys_x(compat_ulong_t a, const struct y __user * b)',
    ])
  })

  it('takes what defines both a native and a compat entry for both', () => {
    expect(
      read('PPC32_SYSCALL_DEFINE4(ppc_x, int, fd)\nSYSCALL32_DEFINE2(y, int, fd, SC_ARG64(mask))\n'),
    ).toEqual([
      'macro sys_ppc_x(int fd)',
      'macro compat_sys_ppc_x(int fd)',
      'macro sys_y(int fd, u32 mask pair)',
      'macro compat_sys_y(int fd, u32 mask pair)',
    ])
  })

  it('reads functions and declarations, named or not', () => {
    expect(
      read(`
asmlinkage long sys_a(int, const char __user *name, size_t);
asmlinkage long parisc_b(const char __user * path,
	unsigned int high, unsigned int low)
{
}
asmlinkage int sys_c(void) { }
long sys_d(unsigned long fd, struct x *);
`),
    ).toEqual([
      'declaration sys_a(int undefined, const char __user * name, size_t undefined)',
      'function parisc_b(const char __user * path, unsigned int high, unsigned int low)',
      'function sys_c()',
      'declaration sys_d(unsigned long fd, struct x * undefined)',
    ])
  })

  it('takes no call, no macro of the preprocessor and no string for a definition', () => {
    expect(
      read(`
#define SYSCALL_DEFINE1(name, ...) SYSCALL_DEFINEx(1, name, __VA_ARGS__)
#define F(x) long sys_f(int x);
static const char *text = "long sys_g(int a);";
	ret = sys_h(a, b);
	return sys_i(a);
`),
    ).toEqual([])
  })

  it('keeps the conditions beside each definition', () => {
    const found = readDefinitions(
      `
#ifdef A
SYSCALL_DEFINE1(x, int, a)
#elif defined(B) && \\
  !C
SYSCALL_DEFINE1(x, int, b)
#else
SYSCALL_DEFINE1(x, int, c)
#endif
SYSCALL_DEFINE1(y, int, d)
`,
      'x.c',
    )
    expect(found.map(({ conditions }) => conditions)).toEqual([
      ['defined(A)'],
      ['!(defined(A))', 'defined(B) &&    !C'],
      ['!(defined(A))', '!(defined(B) &&    !C)'],
      [],
    ])
  })
})

describe('tidyType', () => {
  it.each([
    ['unsigned', 'unsigned int'],
    ['const int', 'int'],
    ['char  __user*', 'char __user *'],
    ['const char __user *const __user *', 'const char __user *const __user *'],
    ['int __user *', 'int __user *'],
    ['const enum landlock_rule_type', 'enum landlock_rule_type'],
  ])('spells "%s" as "%s"', (type, tidy) => {
    expect(tidyType(type)).toBe(tidy)
  })
})

describe('holds', () => {
  const defined = new Map([
    ['CONFIG_A', 1],
    ['BITS_PER_LONG', 32],
  ])
  it.each([
    ['defined(CONFIG_A)', true],
    ['!defined CONFIG_A', false],
    ['IS_ENABLED(CONFIG_A) && !defined(CONFIG_B)', true],
    ['defined(CONFIG_B) || (CONFIG_A && !CONFIG_B)', true],
    ['BITS_PER_LONG == 32', true],
    ['BITS_PER_LONG != 32 || defined(CONFIG_B)', false],
    ['BITS_PER_LONG > 31', true],
  ])('of "%s" is %s', (condition, value) => {
    expect(holds(condition, defined)).toBe(value)
  })

  it('rejects what it cannot decide', () => {
    expect(() => holds('FOO("x")', defined)).toThrow('cannot decide "FOO("x")"')
  })
})

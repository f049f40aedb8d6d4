import { expect, it } from 'vitest'
import { completeLock } from '../tools/completeLock.mjs'

it('adds the binaries of other platforms that the lock file lacks, each with the platform it is for', () => {
  const lock = {
    packages: {
      '': { name: 'house' },
      'node_modules/tool': {
        version: '1.2.3',
        dev: true,
        optionalDependencies: {
          '@tool/cli-darwin-arm64': '1.2.3',
          '@tool/cli-linux-x64-musl': '^1.2.3',
          here: '2.0.0',
        },
      },
      'node_modules/here': { version: '2.0.0' },
      'node_modules/outer/node_modules/inner': { version: '1.0.0', optionalDependencies: { nested: '3.0.0' } },
      'node_modules/outer/node_modules/nested': { version: '3.0.0', optional: true },
    } as Record<string, object>,
  }
  expect(completeLock(lock)).toEqual(['@tool/cli-darwin-arm64', '@tool/cli-linux-x64-musl'])
  expect(lock.packages['node_modules/@tool/cli-darwin-arm64']).toEqual({
    version: '1.2.3',
    cpu: ['arm64'],
    dev: true,
    optional: true,
    os: ['darwin'],
  })
  expect(lock.packages['node_modules/@tool/cli-linux-x64-musl']).toMatchObject({ libc: ['musl'], os: ['linux'] })
  expect(completeLock(lock)).toEqual([])
})

it('refuses to guess a version', () => {
  const lock = { packages: { 'node_modules/a': { optionalDependencies: { b: '*' } } } }
  expect(() => completeLock(lock)).toThrow(/b@\*/)
})

import { describe, expect, it } from 'vitest'
import { platformOf } from './platform.ts'
import { storageWarning, type StorageFacts } from './storageHealth.ts'

const facts = (more: Partial<StorageFacts>): StorageFacts => ({
  persisted: true,
  quotaBytes: 40e9,
  usageBytes: 1e6,
  platform: 'other',
  installed: false,
  ...more,
})

describe('where data may be lost, the user is told', () => {
  it('says nothing when the browser promised to keep it', () => {
    expect(storageWarning(facts({}))).toBeNull()
    expect(storageWarning(facts({ quotaBytes: null, usageBytes: null }))).toBeNull()
  })

  it.each([
    [{ persisted: false }, 'evictable'],
    [{ persisted: false, platform: 'ios' }, 'safari'],
    [{ persisted: false, platform: 'ios', installed: true }, 'evictable'],
    [{ persisted: false, quotaBytes: 120e6 }, 'private'],
    [{ usageBytes: 39.9e9 }, 'lowSpace'],
  ] as const)('%o -> %s', (change, type) => {
    expect(storageWarning(facts(change))?.type).toBe(type)
  })
})

describe('the way to install differs', () => {
  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 5, 'ios'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', 5, 'ios'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
      0,
      'macSafari',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 0, 'other'],
    ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 5, 'firefoxAndroid'],
  ] as const)('%s', (agent, touches, platform) => {
    expect(platformOf(agent, touches)).toBe(platform)
  })
})

import { useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { Points } from './Points.tsx'
import { relayText } from './relayText.ts'

/** What a relay learns, what it never does, and the worst it could do (docs/security.md says it byte by byte). */
export function WhatTheRelaySees() {
  const t = useText(relayText)
  return (
    <>
      <Section title={t.seesTitle}>
        <Points lines={t.sees} />
      </Section>
      <Section title={t.blindTitle}>
        <Points lines={t.blind} />
      </Section>
      <Section title={t.mayTitle}>
        <Points lines={t.may} />
      </Section>
    </>
  )
}

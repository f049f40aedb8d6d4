/** The mark: a V whose bar is a waterline. Never mirrored. */
export function Logo({ className = 'mark' }: { className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M3.2 4.2 12 20.8 20.8 4.2" />
      <path d="M6.9 10.8c1.7-1.1 3.4-1.1 5.1 0s3.4 1.1 5.1 0" />
    </svg>
  )
}

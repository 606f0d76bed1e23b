import type { ReactNode } from 'react';
import { safeWebAddress } from '#ui/format';

/** A link to somewhere else; plain text where the address is not one a browser should follow. */
export function OutsideLink({
  address,
  children,
}: {
  readonly address: string | null;
  readonly children: ReactNode;
}) {
  const href = safeWebAddress(address);
  if (href === null) return <span>{children}</span>;
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

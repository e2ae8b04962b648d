import type { ReactNode } from 'react';

export function Section({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}) {
  return (
    <section className="sec" id={id} aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{title}</h2>
      {text && <p className="muted">{text}</p>}
      {children}
    </section>
  );
}
export function Grid({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return <div className={wide ? 'grid wide' : 'grid'}>{children}</div>;
}
export function Demo({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="demo">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

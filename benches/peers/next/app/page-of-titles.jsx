// The page that the other servers render too, of the data it is given.
export default function Titles({ data }) {
  return (
    <>
      <header className="site-header">
        <div className="wrap">
          <a className="brand" href="/">Market</a>
          <nav className="site-nav" aria-label="Main">{data.links.map((link) => <a key={link.href} href={link.href}>{link.text}</a>)}</nav>
          <form action="/titles" role="search"><input name="q" type="search" aria-label="Search titles" /></form>
        </div>
      </header>
      <main id="main" className="wrap page">
        <div className="catalogue">
          <form id="filters" action="/titles" aria-label="Filter titles" className="filters">
            {data.facets.map((facet) => (
              <details key={facet.code} open className="facet">
                <summary>{facet.name}</summary>
                <fieldset>
                  <legend className="visually-hidden">{facet.name}</legend>
                  <ul className="checks">
                    {facet.values.map((value) => (
                      <li key={value.value}>
                        <label className="check">
                          <input type="checkbox" name={facet.code} value={value.value} />
                          <span className="check-name">{value.label}</span>
                          <span className="check-count">{value.count}</span>
                        </label>
                      </li>
                    ))}
                  </ul>
                </fieldset>
              </details>
            ))}
            <button type="submit">Show titles</button>
          </form>
          <section className="results">
            <h1>{data.total} titles</h1>
            <ul className="wall">
              {data.titles.map((title) => (
                <li key={title.href}>
                  <article className="poster">
                    <div className="poster-art"><img src={title.art} alt="" width="400" height="600" loading="lazy" decoding="async" /></div>
                    <h2 dir="auto" className="poster-title"><a href={title.href}>{title.name}</a></h2>
                    {title.original && <p lang={title.lang} className="poster-original">{title.original}</p>}
                    <p className="poster-meta">{title.meta}</p>
                    <ul className="badges">{title.badges.map((badge) => <li key={badge} className="badge">{badge}</li>)}</ul>
                  </article>
                </li>
              ))}
            </ul>
            <nav className="pagination" aria-label="Pages">{data.pages.map((number) => <a key={number} href={`/titles?page=${number}`}>{number}</a>)}</nav>
          </section>
        </div>
      </main>
      <footer className="site-footer"><p>Film and TV market</p></footer>
    </>
  );
}

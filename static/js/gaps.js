// Filling in gaps: Enter keeps the row and goes on to the next one, whose first field is focused.
(() => {
  const inputs = (row) => [...row.querySelectorAll("input:not([type=hidden]), select")];

  const next = (row) => {
    let other = row.nextElementSibling;
    while (other && !inputs(other).length) other = other.nextElementSibling;
    return other;
  };

  const goOn = (row) => {
    const other = next(row);
    if (other) inputs(other)[0].focus();
  };

  document.addEventListener("keydown", (event) => {
    const row = event.target.closest?.(".gap-row");
    if (!row || event.key !== "Enter" || event.target.matches("button, a")) return;
    event.preventDefault();
    if (inputs(row).some((input) => input.value)) row.requestSubmit();
    goOn(row);
  });
})();

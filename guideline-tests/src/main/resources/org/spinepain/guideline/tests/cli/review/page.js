
"use strict";
// Each chart is drawn from the cells of its table, so that it cannot tell other numbers.
(() => {
  const STYLES = {
    "Recommended against": { color: "#a63a1e", dash: [], point: "circle" },
    "No recommendation": { color: "#1f5f8b", dash: [6, 3], point: "rect" },
    "Not enough information": { color: "#5f6670", dash: [2, 3], point: "triangle" },
    "Requests": { color: "#5f6670", dash: [], point: "circle" },
    "Settled by this answer alone": { color: "#1f5f8b", dash: [], point: "circle" },
  };
  const STANDS_OUT = ["#a63a1e", "#1f5f8b", "#7a4a9e", "#2f6b3a"];
  const OTHER = "#a3acb5";
  const narrow = window.matchMedia("(max-width: 40rem)").matches;
  // A label on lines, the last of which ends it.
  const onLines = (text) => {
    const most = narrow ? 18 : 48;
    const end = narrow ? 5 : 4;
    const lines = [""];
    for (const word of text.split(" ")) {
      const last = lines.length - 1;
      if (lines[last] !== "" && lines[last].length + word.length >= most) {
        lines.push(word);
      } else {
        lines[last] += (lines[last] === "" ? "" : " ") + word;
      }
    }
    const shown = lines.slice(0, end).map((line) => (line.length > most ? line.slice(0, most - 1) + "…" : line));
    if (lines.length > end) {
      shown[end - 1] += " …";
    }
    return shown;
  };

  const read = (table) => {
    const rows = [...table.tBodies[0].rows];
    const series = [...table.tHead.rows[0].cells]
      .map((head, index) => ({ name: head.dataset.series, index }))
      .filter((column) => column.name !== undefined)
      .map((column) => {
        const cells = rows.map((row) => row.cells[column.index]);
        return {
          name: column.name,
          values: cells.map((cell) => (cell.dataset.value === undefined ? null : Number(cell.dataset.value))),
          marked: cells.map((cell) => cell.classList.contains("marked")),
        };
      });
    return { labels: rows.map((row) => row.cells[0].dataset.label ?? row.cells[0].textContent), series };
  };

  const dataset = (one, kind, taken) => {
    let style = STYLES[one.name];
    let strong = true;
    if (kind === "clinics") {
      strong = one.marked.includes(true);
      style = { color: strong ? STANDS_OUT[taken.next++ % STANDS_OUT.length] : OTHER, dash: [], point: "circle" };
    }
    return {
      label: one.name + (one.values.every((value) => value === null) ? " (withheld)" : ""),
      data: one.values,
      borderColor: style.color,
      backgroundColor: style.color,
      borderDash: style.dash,
      borderWidth: kind === "bars" ? 0 : strong ? 2.5 : 1,
      pointStyle: style.point,
      pointRadius: one.marked.map((marked) => (marked ? 6 : strong ? 3 : 1.5)),
      order: strong ? 0 : 1,
      maxBarThickness: 22,
      strong,
    };
  };

  // The legend: what stands out by its name, all other clinics together.
  const legend = (datasets, kind) => {
    const others = datasets.map((one, index) => (one.strong ? -1 : index)).filter((index) => index >= 0);
    return {
      display: kind === "clinics" || datasets.length > 1,
      align: "start",
      onClick: (event, item, shown) => {
        const visible = shown.chart.isDatasetVisible(item.datasetIndex);
        const changed = datasets[item.datasetIndex].strong ? [item.datasetIndex] : others;
        changed.forEach((index) => shown.chart.setDatasetVisibility(index, !visible));
        shown.chart.update();
      },
      labels: {
        color: "#1b1f23",
        usePointStyle: kind !== "bars",
        boxWidth: 12,
        boxHeight: kind === "bars" ? 10 : 7,
        generateLabels: (chart) =>
          Chart.defaults.plugins.legend.labels
            .generateLabels(chart)
            .filter((item) => datasets[item.datasetIndex].strong || item.datasetIndex === others[0])
            .map((item) => (datasets[item.datasetIndex].strong ? item : {
              ...item,
              text: others.length === datasets.length ? "a line a clinic; none stands out" : "other clinics",
            })),
      },
    };
  };

  const draw = (place) => {
    const kind = place.dataset.chart;
    const data = read(document.getElementById(place.dataset.table));
    const bars = kind === "bars";
    const taken = { next: 0 };
    const datasets = data.series.map((one) => dataset(one, kind, taken));
    if (bars) {
      const lines = Math.max(...data.labels.map((label) => onLines(label).length));
      place.style.height = 90 + data.labels.length * Math.max(18 + 14 * datasets.length, 8 + 15 * lines) + "px";
    }
    const title = (text) => ({ display: true, text, color: "#1b1f23" });
    const counts = { title: title(place.dataset.counts), beginAtZero: true, ticks: { precision: 0, maxTicksLimit: narrow ? 4 : 8 } };
    const groups = { title: title(place.dataset.groups), grid: { display: false }, ticks: { autoSkip: !bars, maxRotation: 60 } };
    if (bars) {
      groups.ticks.callback = (value, index) => onLines(data.labels[index]);
    }
    const chart = new Chart(place.querySelector("canvas"), {
      type: bars ? "bar" : "line",
      data: { labels: data.labels, datasets },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        indexAxis: bars ? "y" : "x",
        locale: "en",
        font: { size: 12 },
        scales: bars ? { x: counts, y: groups } : { x: groups, y: counts },
        plugins: {
          legend: legend(datasets, kind),
        },
      },
    });
    place.dataset.drawn = "true";
    return chart;
  };

  // At which sides a table goes on that is wider than its place.
  for (const place of document.querySelectorAll(".wide")) {
    const region = place.querySelector(".scroll");
    const head = region.querySelector("thead");
    const [left, right] = place.querySelectorAll(".edge");
    const tell = () => {
      left.hidden = region.scrollLeft < 1;
      right.hidden = region.scrollWidth - region.clientWidth - region.scrollLeft < 1;
      const top = head.getBoundingClientRect().top - place.getBoundingClientRect().top;
      left.style.top = right.style.top = `${top}px`;
    };
    region.addEventListener("scroll", tell, { passive: true });
    new ResizeObserver(tell).observe(region);
  }

  Chart.defaults.color = "#4a5560";
  const charts = [...document.querySelectorAll(".chart")].map(draw);
  // As wide as a sheet, A4 or letter, has room for; on paper a chart is not laid out anew.
  const layOut = (width) =>
    charts.forEach((chart) => {
      chart.canvas.parentNode.style.width = width;
      chart.resize();
    });
  window.addEventListener("beforeprint", () => layOut("170mm"));
  window.addEventListener("afterprint", () => layOut(""));
})();

// Draws [data-chart="id of a JSON script"]: {kind, labels, series: [{name, values}], urls}.
(() => {
  const number = new Intl.NumberFormat(document.documentElement.lang);

  // The canvas knows only rgb; the style sheets speak oklch and light-dark().
  function rgb(element, variable) {
    const probe = document.createElement("span");
    probe.style.color = `var(${variable})`;
    element.append(probe);
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    probe.remove();
    return `rgb(${pen.getImageData(0, 0, 1, 1).data.slice(0, 3).join(",")})`;
  }

  // Every bar is named where its name has room, on two lines if need be.
  function named(element, data) {
    const width = (element.clientWidth - 72) / data.labels.length - 6;
    return data.kind === "bar" && width >= 80 ? { interval: 0, overflow: "break", width, lineHeight: 15 } : { hideOverlap: true };
  }

  // The stages in their order, whatever their figures; the words stand beside, where they have room.
  function funnel(element, data, font) {
    const [one] = data.series;
    const share = element.clientWidth < 560 ? 0.4 : 0.6;
    return {
      type: "funnel",
      sort: "none",
      left: 8,
      top: 8,
      bottom: 8,
      width: `${share * 100}%`,
      minSize: "0%",
      gap: 3,
      color: [rgb(element, "--accent")],
      label: { ...font, position: "right", formatter: ({ name, value }) => `${name}: ${number.format(value)}` },
      labelLine: { show: false },
      labelLayout: { x: element.clientWidth * share + 24 },
      itemStyle: { borderWidth: 0 },
      cursor: data.urls?.some(Boolean) ? "pointer" : "default",
      data: one.values.map((value, place) => ({ value, name: data.labels[place] })),
    };
  }

  function options(element, data) {
    const text = rgb(element, "--tblr-secondary-color");
    const line = rgb(element, "--tblr-border-color");
    const tones = ["--accent", "--tone-wait", "--tone-plan", "--tone-good", "--tone-bad", "--tblr-secondary-color"];
    const font = { fontFamily: "Golos Text, sans-serif", color: text };
    const looks = { color: tones.map((tone) => rgb(element, tone)), textStyle: font, animationDuration: 250 };
    if (data.kind === "funnel") return { ...looks, series: [funnel(element, data, font)] };
    return {
      ...looks,
      grid: { left: 8, right: 12, top: data.series.length > 1 ? 36 : 16, bottom: 8, containLabel: true },
      legend: { show: data.series.length > 1, type: "scroll", top: 0, left: 0, right: 0, textStyle: font, pageTextStyle: font, pageIconColor: text },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        backgroundColor: rgb(element, "--tblr-bg-surface"),
        borderColor: line,
        textStyle: { ...font, color: rgb(element, "--tblr-body-color") },
        valueFormatter: (value) => number.format(value),
      },
      xAxis: {
        type: "category",
        data: data.labels,
        axisLine: { lineStyle: { color: line } },
        axisTick: { show: false },
        axisLabel: { ...font, ...named(element, data) },
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        splitLine: { lineStyle: { color: line } },
        axisLabel: { ...font, formatter: (value) => number.format(value) },
      },
      series: data.series.map((one) => ({
        type: data.kind,
        name: one.name,
        data: one.values,
        barMaxWidth: 56,
        symbolSize: 6,
        cursor: data.urls?.some(Boolean) ? "pointer" : "default",
        itemStyle: data.kind === "bar" ? { borderRadius: [3, 3, 0, 0] } : undefined,
      })),
    };
  }

  for (const element of document.querySelectorAll("[data-chart]")) {
    const data = JSON.parse(document.getElementById(element.dataset.chart).textContent);
    const chart = echarts.init(element);
    const draw = () => chart.setOption(options(element, data), true);
    chart.on("click", ({ dataIndex }) => {
      if (data.urls?.[dataIndex]) window.location.assign(data.urls[dataIndex]);
    });
    new ResizeObserver(() => chart.resize()).observe(element);
    new MutationObserver(draw).observe(document.documentElement, {
      attributeFilter: ["data-bs-theme"],
    });
    document.fonts.ready.then(draw);
  }
})();

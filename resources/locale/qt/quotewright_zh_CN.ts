<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Find anything</source>
        <translation>查找一切</translation>
    </message>
    <message>
        <source>Find and add</source>
        <translation>查找并添加</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Edit title</source>
        <translation>修改标题</translation>
    </message>
    <message>
        <source>Write papers…</source>
        <translation>出文件…</translation>
    </message>
    <message>
        <source>Papers written…</source>
        <translation>已生成的文件…</translation>
    </message>
    <message>
        <source>Papers for many…</source>
        <translation>批量生成文件…</translation>
    </message>
    <message>
        <source>Compare plans…</source>
        <translation>套餐试算对比…</translation>
    </message>
    <message>
        <source>Option A, B, C…</source>
        <translation>备选方案 A、B、C…</translation>
    </message>
    <message>
        <source>Compare with an earlier revision</source>
        <translation>与早先版本比较</translation>
    </message>
    <message>
        <source>Scenarios and options…</source>
        <translation>方案情景与备选…</translation>
    </message>
    <message>
        <source>What the offer replaces…</source>
        <translation>方案替换了什么…</translation>
    </message>
    <message>
        <source>Competitive position…</source>
        <translation>竞争位置…</translation>
    </message>
    <message>
        <source>Names, visit set, PDF…</source>
        <translation>文件名、拜访整套、PDF…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Find on the pages</source>
        <translation>在页面中查找</translation>
    </message>
    <message>
        <source>Compare contracts…</source>
        <translation>比较合同…</translation>
    </message>
    <message>
        <source>Needs and best offer…</source>
        <translation>需求与最优方案…</translation>
    </message>
    <message>
        <source>Site and paying account…</source>
        <translation>地点和付费账户…</translation>
    </message>
    <message>
        <source>Write the proposal</source>
        <translation>写建议书</translation>
    </message>
    <message>
        <source>Write the contract</source>
        <translation>写合同</translation>
    </message>
    <message>
        <source>Write the approval sheet</source>
        <translation>写审批表</translation>
    </message>
    <message>
        <source>Next step: submit, hand over, sign</source>
        <translation>下一步：提交审批、送出、签约</translation>
    </message>
    <message>
        <source>Go to the findings</source>
        <translation>到提醒</translation>
    </message>
    <message>
        <source>Questions and needs…</source>
        <translation>提问与需求…</translation>
    </message>
    <message>
        <source>Visit briefing…</source>
        <translation>拜访提纲…</translation>
    </message>
    <message>
        <source>Plan a visit, open the analysis</source>
        <translation>安排拜访并看费用分析</translation>
    </message>
    <message>
        <source>Whom to visit: value and risk…</source>
        <translation>先拜访谁：价值与风险…</translation>
    </message>
    <message>
        <source>Who brings the revenue: Pareto…</source>
        <translation>谁贡献收入：帕累托…</translation>
    </message>
    <message>
        <source>Promises to the customer…</source>
        <translation>对客户的承诺…</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>新建报价</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>产品目录</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Limits and people</source>
        <translation>权限与人员</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>固定／取消固定</translation>
    </message>
    <message>
        <source>Analysis of bills</source>
        <translation>账单分析</translation>
    </message>
    <message>
        <source>Where figures of bills come from…</source>
        <translation>账单数字的出处…</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Find duplicate customers…</source>
        <translation>查找重复客户…</translation>
    </message>
    <message>
        <source>Import customers…</source>
        <translation>导入客户…</translation>
    </message>
    <message>
        <source>Export customers…</source>
        <translation>导出客户…</translation>
    </message>
    <message>
        <source>Import catalogue…</source>
        <translation>导入产品目录…</translation>
    </message>
    <message>
        <source>Another window</source>
        <translation>再开一个窗口</translation>
    </message>
    <message>
        <source>Profiles and data folder…</source>
        <translation>用户档案与数据文件夹…</translation>
    </message>
    <message>
        <source>Import sample data</source>
        <translation>导入示例数据</translation>
    </message>
    <message>
        <source>Take the sample data out…</source>
        <translation>移除示例数据…</translation>
    </message>
    <message>
        <source>Export the table to Excel…</source>
        <translation>导出表格到 Excel…</translation>
    </message>
    <message>
        <source>Columns of the table…</source>
        <translation>表格的列…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Guided tour…</source>
        <translation>新手引导…</translation>
    </message>
    <message>
        <source>Set up with my own data…</source>
        <translation>用自己的数据开始…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Keyboard…</source>
        <translation>键盘…</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Who is at work…</source>
        <translation>当前使用者…</translation>
    </message>
    <message>
        <source>Close the quote</source>
        <translation>关闭报价</translation>
    </message>
    <message>
        <source>Open a signed file…</source>
        <translation>打开签名文件…</translation>
    </message>
    <message>
        <source>Verify a paper…</source>
        <translation>核验文件…</translation>
    </message>
    <message>
        <source>My key…</source>
        <translation>我的密钥…</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Classes of customers…</source>
        <translation>客户等级…</translation>
    </message>
    <message>
        <source>Thresholds of high value…</source>
        <translation>高值门槛…</translation>
    </message>
    <message>
        <source>Weights of the scorecard…</source>
        <translation>评分卡权重…</translation>
    </message>
    <message>
        <source>Territories…</source>
        <translation>区域特性…</translation>
    </message>
    <message>
        <source>Teams by segment…</source>
        <translation>服务团队表…</translation>
    </message>
    <message>
        <source>How far the quote is prepared</source>
        <translation>报价准备到什么程度</translation>
    </message>
    <message>
        <source>Industry template…</source>
        <translation>行业模板…</translation>
    </message>
    <message>
        <source>What the proposal tells…</source>
        <translation>建议书内容…</translation>
    </message>
    <message>
        <source>Record a visit…</source>
        <translation>记录拜访…</translation>
    </message>
    <message>
        <source>Leaflets of the quote…</source>
        <translation>报价的产品单页…</translation>
    </message>
    <message>
        <source>Anonymous needs and competitors…</source>
        <translation>匿名需求与竞争情况…</translation>
    </message>
    <message>
        <source>Success stories…</source>
        <translation>成功案例…</translation>
    </message>
    <message>
        <source>Differences with proof…</source>
        <translation>差异化优势与证据…</translation>
    </message>
    <message>
        <source>Known limits and answers…</source>
        <translation>已知不足与答复…</translation>
    </message>
    <message>
        <source>Demonstration kits…</source>
        <translation>演示物品…</translation>
    </message>
    <message>
        <source>Table of cluster venues…</source>
        <translation>聚类场所表…</translation>
    </message>
    <message>
        <source>Directory of competitors…</source>
        <translation>竞争对手资料…</translation>
    </message>
    <message>
        <source>Prices of competitors…</source>
        <translation>竞争对手价格…</translation>
    </message>
    <message>
        <source>Cluster venues and campaigns…</source>
        <translation>聚类场所和营销活动…</translation>
    </message>
</context>
<context>
    <name>ActivationDialog</name>
    <message>
        <source>The day is known</source>
        <translation>开通日期已确定</translation>
    </message>
    <message>
        <source>The first invoice has the days of that month only; otherwise a full month.</source>
        <translation>首张账单只收当月实际天数的月租；日期未定时按整月计。</translation>
    </message>
</context>
<context>
    <name>AnalysisSide</name>
    <message>
        <source>Lines</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>各月</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>查看内容</translation>
    </message>
    <message>
        <source>What the months say</source>
        <translation>各月小结</translation>
    </message>
    <message>
        <source>Signals and lines at risk</source>
        <translation>预警与风险线路</translation>
    </message>
    <message>
        <source>Typical month of what stays</source>
        <translation>保留部分的典型月</translation>
    </message>
</context>
<context>
    <name>AnalysisView</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>按费用</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>按账号</translation>
    </message>
    <message>
        <source>Show by</source>
        <translation>查看方式</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>月份范围</translation>
    </message>
    <message>
        <source>Bills by month</source>
        <translation>各月账单</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Begin a quote</source>
        <translation>新建报价</translation>
    </message>
    <message>
        <source>Point at a month, or use the arrow keys</source>
        <translation>指向某个月份，或用左右方向键</translation>
    </message>
    <message>
        <source>{month}: billed {total}, without unusual amounts {adjusted}</source>
        <translation>{month}：实际 {total}，剔除异常后 {adjusted}</translation>
    </message>
</context>
<context>
    <name>ApprovalPapers</name>
    <message>
        <source>Approval workbook</source>
        <translation>审批表</translation>
    </message>
    <message>
        <source>Approval workbook written: {name}</source>
        <translation>审批表已写出：{name}</translation>
    </message>
    <message>
        <source>Approval workbook that came back</source>
        <translation>退回的审批表</translation>
    </message>
    <message>
        <source>Decisions recorded: {count}</source>
        <translation>已登记的结论：{count} 个</translation>
    </message>
</context>
<context>
    <name>Approvals</name>
    <message>
        <source>Quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Contract total</source>
        <translation>合同总额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>审批项</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Author&apos;s limit</source>
        <translation>作者权限</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Since the last decision</source>
        <translation>与上次审批相比</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>合同期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>beyond own authority</source>
        <translation>超出本人权限</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已去掉</translation>
    </message>
    <message>
        <source>May get worse by</source>
        <translation>容许变动</translation>
    </message>
    <message>
        <source>Granted up to</source>
        <translation>准予上限</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>As requested</source>
        <translation>申请中</translation>
    </message>
    <message>
        <source>Worked out here</source>
        <translation>本机算得</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>ApprovalsView</name>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Title, number, customer</source>
        <translation>名称、编号、客户</translation>
    </message>
    <message>
        <source>Approval workbook…</source>
        <translation>审批表…</translation>
    </message>
    <message>
        <source>Read workbook back…</source>
        <translation>读回审批表…</translation>
    </message>
    <message>
        <source>Limits and people</source>
        <translation>权限与人员</translation>
    </message>
    <message>
        <source>Waiting for me</source>
        <translation>待我审批</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我提交的</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>我已审批</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有报价</translation>
    </message>
    <message>
        <source>Quotes that wait for your decision stand here.</source>
        <translation>等待您审批的报价会列在这里。</translation>
    </message>
</context>
<context>
    <name>Authority</name>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}：{what}</translation>
    </message>
    <message>
        <source>Nobody may grant: {criteria}</source>
        <translation>任何级别均不可授权：{criteria}</translation>
    </message>
    <message>
        <source>Whole quote: up to {percent} on your own</source>
        <translation>整单：本人最多可让 {percent}</translation>
    </message>
    <message>
        <source>{name}: up to {percent} on your own</source>
        <translation>{name}：本人最多可让 {percent}</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
</context>
<context>
    <name>AuthorityBar</name>
    <message>
        <source>Back to the approvals</source>
        <translation>返回审批</translation>
    </message>
    <message>
        <source>Read limits and people from a file</source>
        <translation>从文件读入权限与人员</translation>
    </message>
    <message>
        <source>Write limits and people to a file</source>
        <translation>将权限与人员写入文件</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>What would change…</source>
        <translation>会有什么变化…</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Limits and people</source>
        <translation>权限与人员</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Holds from {day}</source>
        <translation>自 {day} 起生效</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>of edition {version} · {edits} edits</source>
        <translation>基于版本 {version} · {edits} 处修改</translation>
    </message>
    <message>
        <source>Mend the findings first; nothing can be published.</source>
        <translation>请先处理检查结果中的问题，之后才能发布。</translation>
    </message>
</context>
<context>
    <name>AuthorityCard</name>
    <message>
        <source>Authority</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Discount authority</source>
        <translation>折扣权限</translation>
    </message>
    <message>
        <source>What else counts</source>
        <translation>另外计入</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>由谁审批</translation>
    </message>
    <message>
        <source>Back within own authority</source>
        <translation>回到本人权限内</translation>
    </message>
    <message>
        <source>Room for the chosen item</source>
        <translation>所选项目的可让幅度</translation>
    </message>
    <message>
        <source>Lower to what fits</source>
        <translation>调到权限内</translation>
    </message>
    <message>
        <source>Sets the largest discounts that you may grant yourself</source>
        <translation>改为本人可批准的最大折扣，可撤销</translation>
    </message>
    <message>
        <source>own authority</source>
        <translation>本人权限</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不可授权</translation>
    </message>
    <message>
        <source>approval needed</source>
        <translation>需审批</translation>
    </message>
</context>
<context>
    <name>AuthorityDesk</name>
    <message>
        <source>Its {count} edits are lost; what is in force stays.</source>
        <translation>其中 {count} 处修改将丢失；现行权限不变。</translation>
    </message>
    <message>
        <source>Discard the draft of limits and people?</source>
        <translation>放弃权限与人员的草稿？</translation>
    </message>
    <message>
        <source>Limits and people {version} hold from {day} on</source>
        <translation>权限与人员 {version} 自 {day} 起生效</translation>
    </message>
    <message>
        <source>Limits and people written to {file}</source>
        <translation>权限与人员已写入 {file}</translation>
    </message>
    <message>
        <source>Taken from {file} into the draft</source>
        <translation>已从 {file} 读入草稿</translation>
    </message>
    <message>
        <source>The file says what is here already</source>
        <translation>文件内容与当前一致</translation>
    </message>
</context>
<context>
    <name>AuthorityGauge</name>
    <message>
        <source>Within your own authority</source>
        <translation>在本人权限内</translation>
    </message>
    <message>
        <source>Needs {level} {title}</source>
        <translation>须 {level} {title}审批</translation>
    </message>
    <message>
        <source>{level} you</source>
        <translation>{level} 本人</translation>
    </message>
</context>
<context>
    <name>AuthorityPage</name>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Levels and circumstances</source>
        <translation>层级与情形</translation>
    </message>
    <message>
        <source>People and absences</source>
        <translation>人员与缺勤</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Limits and people</source>
        <translation>权限与人员</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Every level has its limits, and somebody who decides.</source>
        <translation>每个层级都有限额，也都有人审批。</translation>
    </message>
    <message>
        <source>Write limits and people to a file</source>
        <translation>将权限与人员写入文件</translation>
    </message>
    <message>
        <source>Read limits and people from a file</source>
        <translation>从文件读入权限与人员</translation>
    </message>
    <message>
        <source>Limits and people (*.toml)</source>
        <translation>权限与人员 (*.toml)</translation>
    </message>
</context>
<context>
    <name>AuthorityRows</name>
    <message>
        <source>Remove rows</source>
        <translation>删除行</translation>
    </message>
</context>
<context>
    <name>AuthorityTable</name>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>One limit per level, lowest first: a number, “no limit”, or a distance such as L1 + 5. Who is asked besides is written as “finance &gt; 22”.</source>
        <translation>每个层级一个限额，从低到高：数字、“不限”，或相对值，如 L1 + 5。另需会签的写成“finance &gt; 22”。</translation>
    </message>
    <message>
        <source>Counting together, and without a signature</source>
        <translation>合并计算与未签名的决定</translation>
    </message>
    <message>
        <source>Other quotes of the customer within so many days count together; so many of them are told. Up to the contract value an unsigned decision counts; 0 for never.</source>
        <translation>客户在若干天内的其他报价合并计算，达到份数时提示。合同总额不超过该数时，未签名的决定也有效；0 表示从不。</translation>
    </message>
    <message>
        <source>Levels and functions</source>
        <translation>层级与职能</translation>
    </message>
    <message>
        <source>Levels rank in their order, lowest first. Functions, such as finance, are asked in parallel.</source>
        <translation>层级按顺序从低到高。职能（如财务）与层级同时会签。</translation>
    </message>
    <message>
        <source>Circumstances that need a level</source>
        <translation>需要某一层级的情形</translation>
    </message>
    <message>
        <source>Such as a tender, an offering (by code) or a condition (by key).</source>
        <translation>如招投标、某个商品（填编码）或某项条件（填键名）。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Who has no team serves all of them.</source>
        <translation>不填班组的人员服务于所有班组。</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>缺勤</translation>
    </message>
    <message>
        <source>Who stands in decides within the limits of who is away, first and last day included.</source>
        <translation>代理人在缺勤者的权限内审批，含首日和末日。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>衡量什么</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>产品族</translation>
    </message>
    <message>
        <source>Price set by</source>
        <translation>定价方式</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Asked besides</source>
        <translation>另需会签</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Offerings</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>缺勤人员</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Who stands in</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Told from so many quotes</source>
        <translation>达到几份时提示</translation>
    </message>
    <message>
        <source>Unsigned up to (yuan)</source>
        <translation>未签名有效上限（元）</translation>
    </message>
    <message>
        <source>level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>function</source>
        <translation>职能</translation>
    </message>
    <message>
        <source>market</source>
        <translation>市场价</translation>
    </message>
    <message>
        <source>guided</source>
        <translation>指导价</translation>
    </message>
    <message>
        <source>state</source>
        <translation>政府定价</translation>
    </message>
    <message>
        <source>recurring</source>
        <translation>月租</translation>
    </message>
    <message>
        <source>one-time</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>Discount on market prices, %</source>
        <translation>市场价折扣，%</translation>
    </message>
    <message>
        <source>Discount on guided prices, %</source>
        <translation>指导价折扣，%</translation>
    </message>
    <message>
        <source>Deviation from state prices, %</source>
        <translation>政府定价偏离，%</translation>
    </message>
    <message>
        <source>Discount on some charges, %</source>
        <translation>指定费用折扣，%</translation>
    </message>
    <message>
        <source>Deepest item over the term, %</source>
        <translation>全期最深一项，%</translation>
    </message>
    <message>
        <source>One-time charges waived, %</source>
        <translation>一次性费用减免，%</translation>
    </message>
    <message>
        <source>Free months</source>
        <translation>减免月数</translation>
    </message>
    <message>
        <source>Gifts, yuan</source>
        <translation>赠送，元</translation>
    </message>
    <message>
        <source>Given away, recurring, %</source>
        <translation>月租累计让利，%</translation>
    </message>
    <message>
        <source>Given away, all charges, %</source>
        <translation>全部费用让利，%</translation>
    </message>
    <message>
        <source>Margin at least, %</source>
        <translation>毛利率下限，%</translation>
    </message>
    <message>
        <source>Contract value, yuan</source>
        <translation>合同总额，元</translation>
    </message>
    <message>
        <source>Commitment, months</source>
        <translation>承诺期，月</translation>
    </message>
    <message>
        <source>Time for paying, days</source>
        <translation>付款期限，天</translation>
    </message>
    <message>
        <source>Conditions of one&apos;s own, count</source>
        <translation>自拟条件，项</translation>
    </message>
</context>
<context>
    <name>AuthorityTrialDialog</name>
    <message>
        <source>What would change</source>
        <translation>会有什么变化</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AuthorityTrialView</name>
    <message>
        <source>Judging the open quotes…</source>
        <translation>正在用新权限判断未结报价…</translation>
    </message>
    <message>
        <source>Quotes judged otherwise</source>
        <translation>结论不同的报价</translation>
    </message>
    <message>
        <source>There is no open quote.</source>
        <translation>没有未结报价。</translation>
    </message>
    <message>
        <source>Of {quotes} open quotes, {changed} would be judged otherwise with a price date on which the new limits hold.</source>
        <translation>{quotes} 份未结报价中，有 {changed} 份在计价日落入新权限生效期后结论会不同。</translation>
    </message>
    <message>
        <source>Not judged: {numbers}.</source>
        <translation>未能判断：{numbers}。</translation>
    </message>
</context>
<context>
    <name>BackupDesk</name>
    <message>
        <source>Restore the backup of {day}?</source>
        <translation>恢复 {day} 的备份？</translation>
    </message>
    <message>
        <source>What was edited after that day is not in it. The data of now are kept in the data folder as replaced-….db. The window opens again with the backup.</source>
        <translation>备份中不含此后的修改。现有数据以 replaced-….db 保留在数据文件夹中。窗口将以备份重新打开。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>A backup is made every day. Those of two weeks are kept, and of older months the last one, for a year. When one is restored, the data of now are kept beside it.</source>
        <translation>每天自动备份一次。最近两周的备份全部保留，更早的每月保留最后一份，保留一年。恢复备份时，现有数据另存保留。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>还没有备份。</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>未生成</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已生成</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>报价</translation>
    </message>
</context>
<context>
    <name>BatchCustomers</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Paste a list</source>
        <translation>粘贴名单</translation>
    </message>
    <message>
        <source>Name, segment</source>
        <translation>名称、客户群</translation>
    </message>
    <message>
        <source>Find customers</source>
        <translation>查找客户</translation>
    </message>
    <message>
        <source>Customers to choose from</source>
        <translation>可选客户</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>全选所列</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>List of customers</source>
        <translation>客户名单</translation>
    </message>
    <message>
        <source>A name or identifier in each row, or a block copied from Excel. Where the first row holds codes of offerings ({codes}), the cells below say how many each gets.</source>
        <translation>每行一个客户名称或编号，也可粘贴 Excel 表格。首行写有商品编码（{codes}）的列，其下各格为该客户的数量。</translation>
    </message>
    <message>
        <source>{count} customers found</source>
        <translation>找到 {count} 个客户</translation>
    </message>
    <message>
        <source>and {count} more rows</source>
        <translation>另有 {count} 行</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Papers for many customers, as {number}</source>
        <translation>以 {number} 为样板，为多个客户生成文件</translation>
    </message>
    <message>
        <source>Write papers</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>复制名单</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>保存失败名单</translation>
    </message>
    <message>
        <source>A batch was begun here: {done} of {total} customers are done.</source>
        <translation>此文件夹中有未完成的批次：{total} 个客户已完成 {done} 个。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{count} customers, {kinds} papers each</source>
        <translation>{count} 个客户，每个 {kinds} 种文件</translation>
    </message>
    <message>
        <source>Finishing what is under way…</source>
        <translation>正在完成手头的文件…</translation>
    </message>
    <message>
        <source>{done} of {total}, {failed} without papers</source>
        <translation>{done} / {total}，其中 {failed} 个未生成</translation>
    </message>
    <message>
        <source>Stopped: {left} customers are left; the same folder goes on.</source>
        <translation>已停止，剩余 {left} 个客户；选同一文件夹可继续。</translation>
    </message>
    <message>
        <source>Saved: {names}</source>
        <translation>已保存：{names}</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Submit each quote: within your authority it is final</source>
        <translation>逐份提交审批：本人权限内直接出正式文件</translation>
    </message>
    <message>
        <source>Each quote is asked by itself; what may not leave is a draft, with why.</source>
        <translation>每份报价单独判定；不能放行的为草稿，并注明原因。</translation>
    </message>
    <message>
        <source>Folder for the papers</source>
        <translation>文件保存文件夹</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Usage a month</source>
        <translation>每月用量</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同总额</translation>
    </message>
    <message>
        <source>Charges that change</source>
        <translation>有变化的资费</translation>
    </message>
    <message>
        <source>New findings</source>
        <translation>新出现的问题</translation>
    </message>
    <message>
        <source>Promotion codes that bring nothing</source>
        <translation>没有作用的优惠码</translation>
    </message>
    <message>
        <source>Rules used by the draft</source>
        <translation>草稿用到的规则</translation>
    </message>
    <message>
        <source>Promotions not used</source>
        <translation>未采用的促销</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>With the rules in force and with the draft</source>
        <translation>现行规则与草稿对照</translation>
    </message>
    <message>
        <source>Test bench</source>
        <translation>试算台</translation>
    </message>
    <message>
        <source>Add an offering, or choose an open quote.</source>
        <translation>请添加商品，或选择一份未结束的报价。</translation>
    </message>
    <message>
        <source>The draft changes nothing in this quote.</source>
        <translation>草稿不改变这份报价。</translation>
    </message>
    <message>
        <source>The draft changes {count} of {all} charges.</source>
        <translation>草稿改变 {all} 项资费中的 {count} 项。</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>BenchQuote</name>
    <message>
        <source>Quote to try</source>
        <translation>试算的报价</translation>
    </message>
    <message>
        <source>A quote made up here</source>
        <translation>自拟一份小报价</translation>
    </message>
    <message>
        <source>Add an offering or bundle</source>
        <translation>添加商品或套餐</translation>
    </message>
    <message>
        <source>Add to the quote</source>
        <translation>加入报价</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客户群</translation>
    </message>
    <message>
        <source> months</source>
        <translation> 个月</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>合约期</translation>
    </message>
    <message>
        <source>Promotion codes, with spaces between them</source>
        <translation>优惠码，多个用空格分开</translation>
    </message>
    <message>
        <source>Promotion codes</source>
        <translation>优惠码</translation>
    </message>
    <message>
        <source>Quantity of {name}</source>
        <translation>{name}的数量</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>移除{name}</translation>
    </message>
</context>
<context>
    <name>Bills</name>
    <message>
        <source>Average</source>
        <translation>月均</translation>
    </message>
    <message>
        <source>Typical month</source>
        <translation>典型月</translation>
    </message>
    <message>
        <source>unusual</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Bills by month</source>
        <translation>各月账单</translation>
    </message>
    <message>
        <source>{count} other charges</source>
        <translation>其他 {count} 项</translation>
    </message>
    <message>
        <source>and {count} more unusual amounts</source>
        <translation>另有 {count} 处异常</translation>
    </message>
    <message>
        <source>{month} {name} {amount} high, usually {median}</source>
        <translation>{month} {name} {amount} 偏高，平时 {median}</translation>
    </message>
    <message>
        <source>{month} {name} {amount} low, usually {median}</source>
        <translation>{month} {name} {amount} 偏低，平时 {median}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>户名</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>账期</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>费用项</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Unit of usage</source>
        <translation>用量单位</translation>
    </message>
    <message>
        <source>Amount of this charge</source>
        <translation>该项费用的金额</translation>
    </message>
    <message>
        <source>Usage of this charge</source>
        <translation>该项费用的用量</translation>
    </message>
    <message>
        <source>Amount in this month</source>
        <translation>该月的金额</translation>
    </message>
    <message>
        <source>Amount of this number</source>
        <translation>该号码的金额</translation>
    </message>
    <message>
        <source>Part of another charge</source>
        <translation>其中项（不相加）</translation>
    </message>
    <message>
        <source>Discount, taken off</source>
        <translation>优惠（从中减去）</translation>
    </message>
    <message>
        <source>Total, to be checked</source>
        <translation>合计（只核对）</translation>
    </message>
    <message>
        <source>{rows} rows read, {rejected} rejected</source>
        <translation>读入 {rows} 行，{rejected} 行未读入</translation>
    </message>
    <message>
        <source>{added} monthly bills new, {replaced} replaced, {same} as stored</source>
        <translation>新增 {added} 份月账单，更正 {replaced} 份，{same} 份与已存相同</translation>
    </message>
    <message>
        <source>{right} of {count} totals of the bill are right</source>
        <translation>账单自身的 {count} 个合计中 {right} 个相符</translation>
    </message>
    <message>
        <source>{errors} errors: nothing is imported until they are mended.</source>
        <translation>{errors} 处错误：改正之前不会导入。</translation>
    </message>
    <message>
        <source>{months} months, {first} to {last}</source>
        <translation>{months} 个月，{first} 至 {last}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新账号</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>户名不同</translation>
    </message>
    <message>
        <source>without a number</source>
        <translation>无号码</translation>
    </message>
    <message>
        <source>Total of the bill</source>
        <translation>账单的合计</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>账单所写</translation>
    </message>
    <message>
        <source>Sum of the rows</source>
        <translation>各行之和</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>相差</translation>
    </message>
</context>
<context>
    <name>BillsDialog</name>
    <message>
        <source>Import bills</source>
        <translation>导入账单</translation>
    </message>
    <message>
        <source>Bills (.xlsx, .xls, .csv), one file for all or one a month</source>
        <translation>账单文件（.xlsx、.xls、.csv），合为一份或每月一份</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Work out again</source>
        <translation>重新核算</translation>
    </message>
    <message>
        <source>Imported {bills} monthly bills of {accounts} accounts</source>
        <translation>已导入 {accounts} 个账号的 {bills} 份月账单</translation>
    </message>
    <message>
        <source>The last import of bills was taken back</source>
        <translation>已撤销上次的账单导入</translation>
    </message>
</context>
<context>
    <name>BillsMapping</name>
    <message>
        <source>No number: the same as above</source>
        <translation>号码空格表示同上</translation>
    </message>
    <message>
        <source>Leave hidden rows out</source>
        <translation>不读隐藏的行</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>jiao</source>
        <translation>角</translation>
    </message>
    <message>
        <source>fen</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Amounts in</source>
        <translation>金额单位</translation>
    </message>
    <message>
        <source>Month, where no column tells it</source>
        <translation>账期（没有账期列时）</translation>
    </message>
</context>
<context>
    <name>BillsOutcome</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Unknown charges</source>
        <translation>未知费用项</translation>
    </message>
    <message>
        <source>Import without the rejected rows</source>
        <translation>不含未读入的行，其余导入</translation>
    </message>
    <message>
        <source>No bill in a month: the number was not in use</source>
        <translation>某月没有账单即该号码当时未使用</translation>
    </message>
    <message>
        <source>Replace the stored bills</source>
        <translation>替换已存账单</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>add up</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>以后者为准</translation>
    </message>
    <message>
        <source>A charge that comes twice</source>
        <translation>同一费用出现两次且金额不同</translation>
    </message>
    <message>
        <source>Copy findings</source>
        <translation>复制发现</translation>
    </message>
    <message>
        <source>Why other names belong to the customer</source>
        <translation>户名不同的账号为何属于该客户</translation>
    </message>
    <message>
        <source>Totals ({count} differ)</source>
        <translation>合计（{count} 处不符）</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>发现（{count}）</translation>
    </message>
    <message>
        <source>keep its own name</source>
        <translation>保留原名</translation>
    </message>
</context>
<context>
    <name>BriefingDesk</name>
    <message>
        <source>Visit briefing</source>
        <translation>拜访提纲</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word（*.docx）</translation>
    </message>
    <message>
        <source>The briefing is written: {file}; it is internal</source>
        <translation>拜访提纲已写好：{file}；内部使用</translation>
    </message>
</context>
<context>
    <name>BringInDialog</name>
    <message>
        <source>Bring in a template</source>
        <translation>导入模板</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>BundleBuilder</name>
    <message>
        <source>No bundles yet</source>
        <translation>还没有套餐</translation>
    </message>
    <message>
        <source>Begin a draft and compose the first one.</source>
        <translation>开始草稿，组合第一个套餐。</translation>
    </message>
    <message>
        <source>New bundle</source>
        <translation>新建套餐</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>How many of {name}</source>
        <translation>{name} 的数量</translation>
    </message>
</context>
<context>
    <name>BundleHead</name>
    <message>
        <source>Bundle</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>下架</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>As quoted</source>
        <translation>报价预览</translation>
    </message>
    <message>
        <source>Part of the bundle</source>
        <translation>套餐的部分</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Sell again</source>
        <translation>恢复销售</translation>
    </message>
</context>
<context>
    <name>BundleMenu</name>
    <message>
        <source>Options of {bundle}</source>
        <translation>{bundle} 的可选内容</translation>
    </message>
    <message>
        <source>Its parts become items of their own at their own prices.</source>
        <translation>其中各项将成为单独的报价项，按各自价格计算。</translation>
    </message>
    <message>
        <source>As a bundle</source>
        <translation>按套餐</translation>
    </message>
    <message>
        <source>As separate items</source>
        <translation>按单项</translation>
    </message>
    <message>
        <source>Separate items</source>
        <translation>拆成单项</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Off the whole bundle</source>
        <translation>优惠整个套餐</translation>
    </message>
    <message>
        <source>Discount on a part</source>
        <translation>套餐内单项优惠</translation>
    </message>
    <message>
        <source>{bundle} has one price; changed in part it becomes separate items.</source>
        <translation>{bundle} 是一口价，单独改动其中一项就要拆成单项。</translation>
    </message>
</context>
<context>
    <name>Bundles</name>
    <message>
        <source>List value {list}</source>
        <translation>目录价合计 {list}</translation>
    </message>
    <message>
        <source>saves {amount} ({percent})</source>
        <translation>优惠 {amount}（{percent}）</translation>
    </message>
    <message>
        <source>dearer by {amount} ({percent})</source>
        <translation>高出 {amount}（{percent}）</translation>
    </message>
    <message>
        <source>Margin over {count} months</source>
        <translation>{count} 个月毛利</translation>
    </message>
    <message>
        <source>One-time, list → charged</source>
        <translation>一次性费用，目录价 → 实收</translation>
    </message>
    <message>
        <source>Contract value</source>
        <translation>合同总额</translation>
    </message>
    <message>
        <source>VAT {rate} of {net}</source>
        <translation>增值税 {rate}，不含税 {net}</translation>
    </message>
    <message>
        <source>Without VAT</source>
        <translation>不含税收入</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>分摊</translation>
    </message>
    <message>
        <source>of list</source>
        <translation>占目录价</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利率</translation>
    </message>
    <message>
        <source>list</source>
        <translation>目录价</translation>
    </message>
    <message>
        <source>band</source>
        <translation>指导价下限</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>毛利底线</translation>
    </message>
    <message>
        <source>nothing inside has a guided price</source>
        <translation>没有政府指导价的内容</translation>
    </message>
    <message>
        <source>the prices set by the state do not allow it</source>
        <translation>政府定价部分已超出</translation>
    </message>
    <message>
        <source>not even at list price</source>
        <translation>按目录价也达不到</translation>
    </message>
    <message>
        <source>bound by {name}</source>
        <translation>受限于 {name}</translation>
    </message>
    <message>
        <source>Below its band: needs a filing number</source>
        <translation>低于指导价下限，须有备案号</translation>
    </message>
    <message>
        <source>Guided price, within its band</source>
        <translation>政府指导价，在幅度内</translation>
    </message>
    <message>
        <source>Cost {cost}, margin {margin}</source>
        <translation>成本 {cost}，毛利 {margin}</translation>
    </message>
    <message>
        <source>{net} without VAT + {tax} VAT</source>
        <translation>不含税 {net} + 税 {tax}</translation>
    </message>
    <message>
        <source>Not beside</source>
        <translation>不可同时选</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入方式</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>included</source>
        <translation>套餐内</translation>
    </message>
    <message>
        <source>list price</source>
        <translation>按目录价</translation>
    </message>
    <message>
        <source>own price</source>
        <translation>单独定价</translation>
    </message>
    <message>
        <source>percent off</source>
        <translation>按折扣</translation>
    </message>
    <message>
        <source>One price a month</source>
        <translation>一口价（每月）</translation>
    </message>
    <message>
        <source>Percent off each component</source>
        <translation>各部分打折</translation>
    </message>
    <message>
        <source>Prices of its own</source>
        <translation>各部分单独定价</translation>
    </message>
    <message>
        <source>Sum of list prices</source>
        <translation>目录价相加</translation>
    </message>
    <message>
        <source>exactly one</source>
        <translation>必选一项</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least}–{most} 项</translation>
    </message>
    <message>
        <source>at least {least}</source>
        <translation>至少 {least} 项</translation>
    </message>
    <message>
        <source>Charge and its steps</source>
        <translation>资费项与计价步骤</translation>
    </message>
    <message>
        <source>List / change</source>
        <translation>目录价 / 变动</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>{monthly} a month, {once} once; {contract} over {count} months</source>
        <translation>每月 {monthly}，一次性 {once}；{count} 个月合计 {contract}</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Fold {title}</source>
        <translation>折叠{title}</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Edit draft</source>
        <translation>修改目录</translation>
    </message>
    <message>
        <source>Import catalogue</source>
        <translation>导入产品目录</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>产品目录</translation>
    </message>
    <message>
        <source>Name, code or pinyin initials</source>
        <translation>名称、编码或拼音首字母</translation>
    </message>
    <message>
        <source>Parts of the catalogue</source>
        <translation>目录的各部分</translation>
    </message>
    <message>
        <source>No catalogue yet</source>
        <translation>还没有产品目录</translation>
    </message>
    <message>
        <source>Import a price list as a workbook or a text table.</source>
        <translation>请导入 Excel 或文本格式的价目表。</translation>
    </message>
    <message>
        <source>Offerings</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Bundle builder</source>
        <translation>套餐设计</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule name, code or words</source>
        <translation>规则名称、编号或内容</translation>
    </message>
    <message>
        <source>Version {version} is published; quotes keep the versions they have</source>
        <translation>版本 {version} 已发布；已有报价仍沿用各自的版本</translation>
    </message>
</context>
<context>
    <name>CatalogueTable</name>
    <message>
        <source>Catalogue</source>
        <translation>产品目录</translation>
    </message>
    <message>
        <source>Draft of the catalogue</source>
        <translation>目录草稿</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有符合条件的内容</translation>
    </message>
    <message>
        <source>Try another word or fewer conditions.</source>
        <translation>换个词或减少条件试试。</translation>
    </message>
    <message>
        <source>Clear conditions</source>
        <translation>清除条件</translation>
    </message>
    <message>
        <source>Nothing has “{text}”; these are similar</source>
        <translation>没有“{text}”，以下内容相近</translation>
    </message>
    <message>
        <source>The best {count}; type more to see fewer</source>
        <translation>最匹配的 {count} 项；多输入几个字可缩小范围</translation>
    </message>
    <message>
        <source>Search index: {count} offerings and bundles, {size} MB</source>
        <translation>搜索索引：{count} 项产品和套餐，{size} MB</translation>
    </message>
</context>
<context>
    <name>CatalogueViews</name>
    <message>
        <source>Columns (Ctrl+Shift+K)</source>
        <translation>列（Ctrl+Shift+K）</translation>
    </message>
</context>
<context>
    <name>ChannelDialog</name>
    <message>
        <source>Sales channel</source>
        <translation>销售渠道</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Offerings that other channels sell are found; empty looks at none.</source>
        <translation>只由其他渠道销售的商品会被提示；留空则不检查。</translation>
    </message>
</context>
<context>
    <name>Chapters</name>
    <message>
        <source>Situation from the bills</source>
        <translation>现状（账单）</translation>
    </message>
    <message>
        <source>Seen another way: computed sentences</source>
        <translation>换个角度看（计算得出的推介语）</translation>
    </message>
    <message>
        <source>Proof in figures: past months under the offer</source>
        <translation>用数字证明（逐月试算）</translation>
    </message>
    <message>
        <source>From features to benefits</source>
        <translation>从特点到利益</translation>
    </message>
    <message>
        <source>Service commitment</source>
        <translation>服务承诺</translation>
    </message>
    <message>
        <source>About us</source>
        <translation>关于我们</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>Characteristics</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>{name} must be said</source>
        <translation>请填写“{name}”</translation>
    </message>
    <message>
        <source>{name} is a number</source>
        <translation>“{name}”应为数字</translation>
    </message>
    <message>
        <source>{name} goes in steps of {step}</source>
        <translation>“{name}”须按 {step} 递增</translation>
    </message>
    <message>
        <source>{name} is too long</source>
        <translation>“{name}”太长</translation>
    </message>
    <message>
        <source>{name}: allowed is {range}</source>
        <translation>“{name}”可选：{range}</translation>
    </message>
</context>
<context>
    <name>CharacteristicsDialog</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>(not chosen)</source>
        <translation>（未选择）</translation>
    </message>
</context>
<context>
    <name>ChargeEditor</name>
    <message>
        <source>Charge</source>
        <translation>资费项</translation>
    </message>
    <message>
        <source>Offering</source>
        <translation>商品</translation>
    </message>
</context>
<context>
    <name>ChargeTypes</name>
    <message>
        <source>one-time</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>recurring</source>
        <translation>周期性</translation>
    </message>
    <message>
        <source>by usage</source>
        <translation>按使用量</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Checking what the rules do together…</source>
        <translation>正在检查规则之间的相互影响…</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Nothing speaks against publishing.</source>
        <translation>没有妨碍发布的问题。</translation>
    </message>
</context>
<context>
    <name>ClashDialog</name>
    <message>
        <source>A file of this name is there already</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>{count} files are there already</source>
        <translation>已有 {count} 个同名文件</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>Files to replace</source>
        <translation>要替换的文件</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>位于 {folder}</translation>
    </message>
    <message>
        <source>What is open in another program, such as Word, or read-only cannot be replaced. Close it there and try again, or keep both.</source>
        <translation>已被其他程序（如 Word）打开或只读的文件不能替换。请先关闭再试，或两者都保留。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>{name}   the new one: {free}</source>
        <translation>{name}   保留时新文件为 {free}</translation>
    </message>
    <message>
        <source>{name}   in use; the new one: {free}</source>
        <translation>{name}   使用中，新文件为 {free}</translation>
    </message>
    <message>
        <source>Replaced when this is ticked and Replace is pressed</source>
        <translation>勾选后按“替换”才会被替换</translation>
    </message>
</context>
<context>
    <name>ClausesDialog</name>
    <message>
        <source>Contract clauses</source>
        <translation>合同条款</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>does not apply to this quote</source>
        <translation>不适用于本报价</translation>
    </message>
    <message>
        <source>the article concerned</source>
        <translation>相关条款</translation>
    </message>
    <message>
        <source>needs approval</source>
        <translation>需要审批</translation>
    </message>
    <message>
        <source>no longer in the library</source>
        <translation>条款库中已没有</translation>
    </message>
    <message>
        <source>version {version}, the library has {newest}</source>
        <translation>第 {version} 版，条款库已是第 {newest} 版</translation>
    </message>
</context>
<context>
    <name>CoachCard</name>
    <message>
        <source>Leave the tour</source>
        <translation>离开引导</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>替我做</translation>
    </message>
</context>
<context>
    <name>CodePicker</name>
    <message>
        <source>Take {name} out</source>
        <translation>移除{name}</translation>
    </message>
</context>
<context>
    <name>CodesDialog</name>
    <message>
        <source>Promotion codes</source>
        <translation>优惠码</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Several codes with spaces between them</source>
        <translation>多个优惠码用空格隔开</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>优惠码</translation>
    </message>
    <message>
        <source>{code}: {names}</source>
        <translation>{code}：{names}</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Export the table to Excel…</source>
        <translation>导出表格到 Excel…</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Read this table</source>
        <translation>读取此表</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet}，第 {row} 行</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>{column} (please check)</source>
        <translation>{column}（请核对）</translation>
    </message>
    <message>
        <source>Meaning of {column}</source>
        <translation>{column} 的含义</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find anything: customers, phone numbers, quotes, papers, products, settings…</source>
        <translation>查找一切：客户、电话号码、报价、文件、产品、设置…</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>查找一切</translation>
    </message>
    <message>
        <source>actions only</source>
        <translation>只找操作</translation>
    </message>
    <message>
        <source>quotes</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>手册</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>较早版本</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>较新版本</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
</context>
<context>
    <name>Completeness</name>
    <message>
        <source>Prepared: {percent} %</source>
        <translation>准备程度：{percent} %</translation>
    </message>
    <message>
        <source>{part} {percent} %. Lacking: {lacking}</source>
        <translation>{part} {percent} %，缺：{lacking}</translation>
    </message>
    <message>
        <source>{part} {percent} %</source>
        <translation>{part} {percent} %</translation>
    </message>
    <message>
        <source>Information collected</source>
        <translation>信息收集</translation>
    </message>
    <message>
        <source>Needs analysed</source>
        <translation>需求分析</translation>
    </message>
    <message>
        <source>Strategy tailored</source>
        <translation>策略定制</translation>
    </message>
    <message>
        <source>{count} answers to questions</source>
        <translation>至少 {count} 个提问的回答</translation>
    </message>
    <message>
        <source>industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>who decides</source>
        <translation>决策人</translation>
    </message>
    <message>
        <source>bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>competitors</source>
        <translation>竞争对手</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>needs in the quote</source>
        <translation>写入报价的需求</translation>
    </message>
    <message>
        <source>evidence of each need</source>
        <translation>每条需求的依据</translation>
    </message>
    <message>
        <source>who cares for each need</source>
        <translation>每条需求的负责人</translation>
    </message>
    <message>
        <source>items</source>
        <translation>报价项</translation>
    </message>
    <message>
        <source>what answers each need</source>
        <translation>满足每条需求的内容</translation>
    </message>
    <message>
        <source>comparison with today</source>
        <translation>与现在的比较</translation>
    </message>
    <message>
        <source>why us: a difference or a story</source>
        <translation>为什么选我们：优势或案例</translation>
    </message>
    <message>
        <source>options or targets of the negotiation</source>
        <translation>可选方案或谈判目标</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Add: name, code or pinyin initials</source>
        <translation>添加：名称、编码或拼音首字母</translation>
    </message>
    <message>
        <source>Add to the bundle</source>
        <translation>添加到套餐</translation>
    </message>
    <message>
        <source>Where it is added</source>
        <translation>添加到哪里</translation>
    </message>
    <message>
        <source>Option group</source>
        <translation>选项组</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Content of the bundle</source>
        <translation>套餐内容</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ContractDialog</name>
    <message>
        <source>Compare contracts</source>
        <translation>比较合同</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Returned Word file…</source>
        <translation>客户返回的 Word 文件…</translation>
    </message>
    <message>
        <source>Contract text</source>
        <translation>合同文字</translation>
    </message>
    <message>
        <source>Prices and terms</source>
        <translation>价格和条件</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation>上一处（Shift+F7）</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>下一处（F7）</translation>
    </message>
    <message>
        <source>Marked Word file…</source>
        <translation>导出修订稿…</translation>
    </message>
    <message>
        <source>Older contract</source>
        <translation>原合同</translation>
    </message>
    <message>
        <source>Newer contract</source>
        <translation>新合同</translation>
    </message>
    <message>
        <source>Contract that came back</source>
        <translation>客户返回的合同</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Prices and terms: {count} differences.</source>
        <translation>价格和条件有 {count} 处不同。</translation>
    </message>
    <message>
        <source>Marked Word file</source>
        <translation>修订稿</translation>
    </message>
    <message>
        <source>{number} comparison</source>
        <translation>{number} 合同比较稿</translation>
    </message>
    <message>
        <source>Comparison written: {names}</source>
        <translation>已导出比较稿：{names}</translation>
    </message>
</context>
<context>
    <name>ContractView</name>
    <message>
        <source>Contract text</source>
        <translation>合同文字</translation>
    </message>
</context>
<context>
    <name>Contracts</name>
    <message>
        <source>{count} changes</source>
        <translation>{count} 处变化</translation>
    </message>
    <message>
        <source>{count} unchanged</source>
        <translation>{count} 段未变</translation>
    </message>
</context>
<context>
    <name>CopiesList</name>
    <message>
        <source>none</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>Copies: {name}</source>
        <translation>份数：{name}</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>意外错误</translation>
    </message>
    <message>
        <source>This should not have happened. Every edit is stored as it is made; you can go on working. Whoever mends the program needs the report. Nothing is sent by itself.</source>
        <translation>出现了本不该发生的错误。每一步修改都会随时保存，您可以继续工作。修复程序的人需要这份报告；程序不会自动发送任何内容。</translation>
    </message>
    <message>
        <source>Include what the error says; it may name customers or amounts</source>
        <translation>包含错误的具体内容（可能提到客户或金额）</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>Cures</name>
    <message>
        <source>Analysis of bills</source>
        <translation>账单分析</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Lower to {percent}</source>
        <translation>调到 {percent}</translation>
    </message>
    <message>
        <source>Remove discount</source>
        <translation>取消折扣</translation>
    </message>
    <message>
        <source>Set quantity to {count}</source>
        <translation>数量改为 {count}</translation>
    </message>
    <message>
        <source>No free months</source>
        <translation>不减免月租</translation>
    </message>
    <message>
        <source>Customer promises to cancel the competitor&apos;s lines</source>
        <translation>客户承诺拆除他网固话</translation>
    </message>
    <message>
        <source>Term {months} months</source>
        <translation>合约期改为 {months} 个月</translation>
    </message>
    <message>
        <source>{cure} and {count} more</source>
        <translation>{cure}及另外 {count} 项</translation>
    </message>
    <message>
        <source>Add {offering}</source>
        <translation>添加{offering}</translation>
    </message>
    <message>
        <source>Remove {offering}</source>
        <translation>移除{offering}</translation>
    </message>
    <message>
        <source>Keep installed {offering}</source>
        <translation>保留现有 {offering}</translation>
    </message>
    <message>
        <source>Replace by {offering}</source>
        <translation>换成 {offering}</translation>
    </message>
    <message>
        <source>Take the choice out</source>
        <translation>取消这项选择</translation>
    </message>
    <message>
        <source>Turn into separate items</source>
        <translation>拆成单项</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <translation>都不选</translation>
    </message>
    <message>
        <source>Choose {choices}</source>
        <translation>选 {choices}</translation>
    </message>
    <message>
        <source>No {name}</source>
        <translation>不设{name}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
</context>
<context>
    <name>CustomerDetail</name>
    <message>
        <source>Begin a quote</source>
        <translation>新建报价</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Import bills</source>
        <translation>导入账单</translation>
    </message>
    <message>
        <source>Files of bills can be dropped on the page as well</source>
        <translation>也可以把账单文件拖到本页</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Part of the customer</source>
        <translation>客户资料</translation>
    </message>
    <message>
        <source>No customer chosen</source>
        <translation>未选择客户</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>请在左侧选择一位客户。</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Import tables of customers, or enter the first one.</source>
        <translation>导入客户表，或录入第一位客户。</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
</context>
<context>
    <name>CustomerDialog</name>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>修改客户</translation>
    </message>
    <message>
        <source>Save customer</source>
        <translation>保存客户</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Accounts and people</source>
        <translation>账户与联系人</translation>
    </message>
    <message>
        <source>Sites and services</source>
        <translation>地点与业务</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Registered name</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>Bills and facts</source>
        <translation>账单与数据</translation>
    </message>
    <message>
        <source>Market segment</source>
        <translation>客户群</translation>
    </message>
    <message>
        <source>Further segments</source>
        <translation>其他客户群</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Area, as price lists name it</source>
        <translation>地区（与价目表一致）</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Credit grade (internal)</source>
        <translation>信用等级（内部）</translation>
    </message>
    <message>
        <source>Arrears (yuan)</source>
        <translation>欠费（元）</translation>
    </message>
    <message>
        <source>Notes (internal)</source>
        <translation>备注（内部）</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>客户数据</translation>
    </message>
    <message>
        <source>Read bills from a file…</source>
        <translation>从文件读入账单…</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>No bills are known yet.</source>
        <translation>还没有账单。</translation>
    </message>
    <message>
        <source>{count} months of bills, {first} to {last}, {parts} components</source>
        <translation>共 {count} 个月账单，{first} 至 {last}，{parts} 个费用项</translation>
    </message>
</context>
<context>
    <name>CustomerOverview</name>
    <message>
        <source>Worth looking at</source>
        <translation>值得注意</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>什么都不缺。</translation>
    </message>
    <message>
        <source>Bills by month</source>
        <translation>逐月账单</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>费用分析</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>CustomerReview</name>
    <message>
        <source>Missing: {part}</source>
        <translation>缺：{part}</translation>
    </message>
    <message>
        <source>{bundle}: each line reaches {least} on average ({lines})</source>
        <translation>{bundle}：每条线月均都达到 {least}（{lines}）</translation>
    </message>
    <message>
        <source>Eligible as to its {count} lines; propose it.</source>
        <translation>{count} 条线符合这一条件，可以推荐。</translation>
    </message>
    <message>
        <source>{bundle} asks for {least} of each line on average ({lines})</source>
        <translation>{bundle}要求每条线月均达到 {least}（{lines}）</translation>
    </message>
    <message>
        <source>Not eligible: {short} below it.</source>
        <translation>不符合：{short}不够。</translation>
    </message>
    <message>
        <source>Begin a quote</source>
        <translation>开始报价</translation>
    </message>
    <message>
        <source>Growth: {reason}</source>
        <translation>增长信号：{reason}</translation>
    </message>
    <message>
        <source>May be offered: {what}</source>
        <translation>可以谈：{what}</translation>
    </message>
    <message>
        <source>Import bills</source>
        <translation>导入账单</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>去填：{place}</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>prospect</source>
        <translation>潜在客户</translation>
    </message>
    <message>
        <source>held back until {day}</source>
        <translation>挽留中，至 {day}</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>{name} 类客户</translation>
    </message>
    <message>
        <source>credit {grade}</source>
        <translation>信用 {grade}</translation>
    </message>
    <message>
        <source>{percent} % complete</source>
        <translation>资料完整度 {percent}%</translation>
    </message>
    <message>
        <source>{percent} % complete, missing: {parts}</source>
        <translation>资料完整度 {percent}%，缺 {parts}</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>The name is missing</source>
        <translation>请填写单位名称</translation>
    </message>
    <message>
        <source>The market segment is missing</source>
        <translation>请填写客户群</translation>
    </message>
    <message>
        <source>{sheet}, row {row}: {fault}</source>
        <translation>{sheet}第 {row} 行：{fault}</translation>
    </message>
    <message>
        <source>Headquarters and branches</source>
        <translation>总部与分支</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Installed services</source>
        <translation>既有业务</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>竞争对手</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>客户数据</translation>
    </message>
    <message>
        <source>Visits (internal)</source>
        <translation>拜访（内部）</translation>
    </message>
    <message>
        <source>Savings promised and real</source>
        <translation>承诺与实际节省</translation>
    </message>
    <message>
        <source>Open promises (internal)</source>
        <translation>未了的承诺（内部）</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>挽留中</translation>
    </message>
    <message>
        <source>Notes (internal)</source>
        <translation>备注（内部）</translation>
    </message>
    <message>
        <source>to be cancelled</source>
        <translation>将拆机</translation>
    </message>
    <message>
        <source>less than promised</source>
        <translation>低于承诺</translation>
    </message>
    <message>
        <source>headquarters</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>this customer</source>
        <translation>本客户</translation>
    </message>
    <message>
        <source>belongs to {site}</source>
        <translation>属于{site}</translation>
    </message>
    <message>
        <source>paid by {account}</source>
        <translation>付费账户 {account}</translation>
    </message>
    <message>
        <source>relationship: {how}</source>
        <translation>关系{how}</translation>
    </message>
    <message>
        <source>{amount} a month</source>
        <translation>{amount}/月</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Competitors in the directory (internal)</source>
        <translation>竞争对手资料（内部）</translation>
    </message>
    <message>
        <source>Next step (internal)</source>
        <translation>下一步（内部）</translation>
    </message>
    <message>
        <source>Territory {area} (internal)</source>
        <translation>区域特性：{area}（内部）</translation>
    </message>
</context>
<context>
    <name>CustomersImportDialog</name>
    <message>
        <source>Import customers</source>
        <translation>导入客户</translation>
    </message>
    <message>
        <source>Tables of customers (.xlsx, .xls, .csv)</source>
        <translation>客户资料表（.xlsx、.xls、.csv）</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>{day} {files}: {added} new, {changed} changed</source>
        <translation>{day} {files}：新增 {added} 位，更改 {changed} 位</translation>
    </message>
    <message>
        <source>{count} customers imported; “Import customers…” takes it back as a whole</source>
        <translation>已导入 {count} 位客户；在“导入客户…”中可整体撤销</translation>
    </message>
    <message>
        <source>The last import was taken back: {count} customers</source>
        <translation>已撤销上次导入：{count} 位客户</translation>
    </message>
</context>
<context>
    <name>CustomersMapping</name>
    <message>
        <source>Each row is one of</source>
        <translation>每一行是</translation>
    </message>
    <message>
        <source>Segment of new customers, where no column tells it</source>
        <translation>没有分群列时，新客户的主分群</translation>
    </message>
    <message>
        <source>Say which column is: {columns}</source>
        <translation>请指定哪一列是：{columns}</translation>
    </message>
</context>
<context>
    <name>CustomersOutcome</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>将变为</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>{added} new customers, {changed} changed, {same} as they are</source>
        <translation>新增 {added} 位，更改 {changed} 位，{same} 位不变</translation>
    </message>
    <message>
        <source>; nothing can be imported before the findings are mended</source>
        <translation>；问题改好之前不能导入</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>问题（{count}）</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>CustomersView</name>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>查重</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Whom to visit</source>
        <translation>先拜访谁</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Name, account, contact</source>
        <translation>名称、账号、联系人</translation>
    </message>
</context>
<context>
    <name>DateDialog</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>DecisionAnswer</name>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Approve with conditions</source>
        <translation>有条件批准</translation>
    </message>
    <message>
        <source>Take note (file only)</source>
        <translation>备案</translation>
    </message>
    <message>
        <source>Return for changes</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Conditions, separated by semicolons</source>
        <translation>条件，用分号隔开</translation>
    </message>
    <message>
        <source>What has to be changed</source>
        <translation>需要修改什么</translation>
    </message>
    <message>
        <source>Why it is rejected</source>
        <translation>驳回的原因</translation>
    </message>
    <message>
        <source>Remark (may be left out)</source>
        <translation>备注（可不填）</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>审批项</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Priced again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>First decision</source>
        <translation>首次审批</translation>
    </message>
    <message>
        <source>Since revision {label}</source>
        <translation>与 {label} 版相比</translation>
    </message>
    <message>
        <source>Priced again ({count})</source>
        <translation>重新计算（{count}）</translation>
    </message>
    <message>
        <source>What to see</source>
        <translation>查看内容</translation>
    </message>
    <message>
        <source>I have seen these differences; my answer counts with them</source>
        <translation>我已看过这些差异，决定以此为准</translation>
    </message>
    <message>
        <source>Something is worked out differently.</source>
        <translation>计算结果有所不同。</translation>
    </message>
    <message>
        <source>Priced again with the price list, rules and limits here: the same.</source>
        <translation>已用本机的价目表、规则和权限重新计算，结果一致。</translation>
    </message>
    <message>
        <source>{customer} · by {author} · {contract} over {months} months · waits for {roles}</source>
        <translation>{customer} · 作者 {author} · 合同总额 {contract}，{months} 个月 · 等待 {roles}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DefaultDialog</name>
    <message>
        <source>Default for… — {name}</source>
        <translation>设为默认 — {name}</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>设为默认</translation>
    </message>
    <message>
        <source>every segment</source>
        <translation>所有客户群</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客户群</translation>
    </message>
    <message>
        <source>Brand (empty for any)</source>
        <translation>品牌（留空为任意）</translation>
    </message>
    <message>
        <source>every team</source>
        <translation>所有团队</translation>
    </message>
    <message>
        <source>Team of the customer</source>
        <translation>客户的服务团队</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
    <message>
        <source>Offerings in it</source>
        <translation>包含的商品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Part of bundles</source>
        <translation>所在套餐</translation>
    </message>
    <message>
        <source>Required by</source>
        <translation>被以下商品依赖</translation>
    </message>
    <message>
        <source>component</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>one-time</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>option</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>overage</source>
        <translation>超出计费</translation>
    </message>
    <message>
        <source>promotion</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终适用</translation>
    </message>
    <message>
        <source>Rules that touch it</source>
        <translation>涉及的计价规则</translation>
    </message>
    <message>
        <source>from {count} months</source>
        <translation>满 {count} 个月</translation>
    </message>
    <message>
        <source>for everybody else</source>
        <translation>其余情况</translation>
    </message>
    <message>
        <source>Margin at list price</source>
        <translation>目录价毛利率</translation>
    </message>
    <message>
        <source>Price over the versions</source>
        <translation>各版本价格</translation>
    </message>
    <message>
        <source>usually {value}</source>
        <translation>默认 {value}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>Charges</source>
        <translation>资费</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Part of the detail</source>
        <translation>详情部分</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>套餐</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose a line of the table.</source>
        <translation>请在表格中选择一行。</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Prices under conditions</source>
        <translation>条件价</translation>
    </message>
    <message>
        <source>All charges</source>
        <translation>全部资费</translation>
    </message>
    <message>
        <source>Offering</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Characteristics</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>There is nothing to say here.</source>
        <translation>这里没有内容。</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>After</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>{part} {change}: {count}</source>
        <translation>{part}{change} {count} 项</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Monthly before</source>
        <translation>原月租</translation>
    </message>
    <message>
        <source>Monthly after</source>
        <translation>新月租</translation>
    </message>
    <message>
        <source>Contract by</source>
        <translation>合同额变化</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>资费项</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>Discount</name>
    <message>
        <source>Monthly {amount}, margin {percent}</source>
        <translation>月租合计 {amount}，毛利率 {percent}</translation>
    </message>
    <message>
        <source>within your own authority</source>
        <translation>在本人权限内</translation>
    </message>
    <message>
        <source>needs approval by {level}</source>
        <translation>需 {level} 审批</translation>
    </message>
    <message>
        <source>nobody may approve it</source>
        <translation>任何级别都不能批准</translation>
    </message>
    <message>
        <source>Without a discount the margin is {percent} already</source>
        <translation>不打折时毛利率也只有 {percent}</translation>
    </message>
    <message>
        <source>Not applied: floors and fixed prices allow {amount} off at most</source>
        <translation>未采用：受底价和政府定价限制，最多可优惠 {amount}</translation>
    </message>
</context>
<context>
    <name>DiscountDialog</name>
    <message>
        <source>Discount on the whole quote</source>
        <translation>整单优惠</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Off the monthly charges</source>
        <translation>从月租中优惠</translation>
    </message>
    <message>
        <source>Off the monthly charges, without VAT</source>
        <translation>从每月费用中减（不含税）</translation>
    </message>
    <message>
        <source>5% takes five percent off, -100 takes 100 yuan, =8000 brings it to 8,000</source>
        <translation>5% 表示优惠百分之五，-100 表示减 100 元，=8000 表示月租合计调到 8,000 元</translation>
    </message>
    <message>
        <source>The list prices of this quote are without VAT, and so are amounts</source>
        <translation>本报价的目录价均不含税，金额也按不含税填写</translation>
    </message>
    <message>
        <source>such as 35%</source>
        <translation>例如 35%</translation>
    </message>
    <message>
        <source>Keep at least a margin of</source>
        <translation>毛利率不低于</translation>
    </message>
    <message>
        <source>Finds the largest discount that keeps it; internal</source>
        <translation>自动算出能保住毛利的最大优惠；仅内部可见</translation>
    </message>
    <message>
        <source>What it leads to</source>
        <translation>优惠结果</translation>
    </message>
</context>
<context>
    <name>DissolveDialog</name>
    <message>
        <source>Turn into separate items</source>
        <translation>拆成单项</translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>仅查看</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>of version {version} · 1 edit</source>
        <translation>基于版本 {version} · 1 处修改</translation>
    </message>
    <message>
        <source>of version {version} · {count} edits</source>
        <translation>基于版本 {version} · {count} 处修改</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>{count} findings</source>
        <translation>{count} 个问题</translation>
    </message>
</context>
<context>
    <name>DraftChanges</name>
    <message>
        <source>Changes of the draft</source>
        <translation>草稿的改动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DraftDesk</name>
    <message>
        <source>Discard the draft?</source>
        <translation>放弃草稿？</translation>
    </message>
    <message>
        <source>Its {count} edits are lost; published versions stay.</source>
        <translation>其中 {count} 处修改将丢失；已发布的版本不受影响。</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Pasted {rows} rows, {count} offerings changed</source>
        <translation>已粘贴 {rows} 行，{count} 个商品有变化</translation>
    </message>
    <message>
        <source>The pasted rows change nothing</source>
        <translation>粘贴的内容没有带来变化</translation>
    </message>
</context>
<context>
    <name>DraftHistoryTools</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>DraftTools</name>
    <message>
        <source>Duplicate</source>
        <translation>复制商品</translation>
    </message>
    <message>
        <source>Add charge</source>
        <translation>新增资费项</translation>
    </message>
    <message>
        <source>Withdraw or sell again</source>
        <translation>下架或恢复销售</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>粘贴行</translation>
    </message>
    <message>
        <source>Remove charge</source>
        <translation>删除资费项</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Duplicate customers</source>
        <translation>重复客户</translation>
    </message>
    <message>
        <source>Compare and merge…</source>
        <translation>比较并合并…</translation>
    </message>
    <message>
        <source>Probably one customer</source>
        <translation>可能是同一客户</translation>
    </message>
    <message>
        <source>Merge the other way round…</source>
        <translation>反向合并…</translation>
    </message>
    <message>
        <source>Comparing all customers…</source>
        <translation>正在比较全部客户…</translation>
    </message>
    <message>
        <source>{count} pairs share something; the surest come first.</source>
        <translation>{count} 对客户有相同之处，最可能的在前。</translation>
    </message>
</context>
<context>
    <name>Editions</name>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>发布人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Level or field</source>
        <translation>层级或字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>After</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>criterion</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>function</source>
        <translation>职能</translation>
    </message>
    <message>
        <source>circumstance</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>缺勤</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Days in which quotes count together</source>
        <translation>合并计算的天数</translation>
    </message>
    <message>
        <source>Told from so many quotes</source>
        <translation>达到几份时提示</translation>
    </message>
    <message>
        <source>Unsigned up to (yuan)</source>
        <translation>未签名有效上限（元）</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>what it looks at</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>asked besides</source>
        <translation>另需会签</translation>
    </message>
    <message>
        <source>what is measured</source>
        <translation>衡量什么</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Decides now</source>
        <translation>现在由谁批</translation>
    </message>
    <message>
        <source>Would decide</source>
        <translation>将由谁批</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>nobody may grant it</source>
        <translation>无人可批</translation>
    </message>
    <message>
        <source>the author alone</source>
        <translation>本人即可</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Change title</source>
        <translation>修改标题</translation>
    </message>
    <message>
        <source>Change term</source>
        <translation>修改合约期</translation>
    </message>
    <message>
        <source>Change price date</source>
        <translation>修改价格日期</translation>
    </message>
    <message>
        <source>Change validity</source>
        <translation>修改有效期</translation>
    </message>
    <message>
        <source>Change activation</source>
        <translation>更改开通日期</translation>
    </message>
    <message>
        <source>Change promotion codes</source>
        <translation>更改优惠码</translation>
    </message>
    <message>
        <source>Keep the state of this window</source>
        <translation>保留本窗口的内容</translation>
    </message>
    <message>
        <source>Change language of papers</source>
        <translation>修改文件语言</translation>
    </message>
    <message>
        <source>Change tender</source>
        <translation>修改招标</translation>
    </message>
    <message>
        <source>Change needs</source>
        <translation>修改客户需求</translation>
    </message>
    <message>
        <source>Change notes</source>
        <translation>修改备注</translation>
    </message>
    <message>
        <source>Change copies</source>
        <translation>修改份数</translation>
    </message>
    <message>
        <source>Change comparison</source>
        <translation>修改对比范围</translation>
    </message>
    <message>
        <source>Change conditions</source>
        <translation>修改条件</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>添加报价项</translation>
    </message>
    <message>
        <source>Paste items</source>
        <translation>粘贴项目</translation>
    </message>
    <message>
        <source>Change several items</source>
        <translation>批量修改项目</translation>
    </message>
    <message>
        <source>Change site</source>
        <translation>更改站点</translation>
    </message>
    <message>
        <source>Change paying account</source>
        <translation>更改付费账户</translation>
    </message>
    <message>
        <source>Change site and paying account</source>
        <translation>更改地点和付费账户</translation>
    </message>
    <message>
        <source>Change section</source>
        <translation>更改分组</translation>
    </message>
    <message>
        <source>Remove item</source>
        <translation>移除报价项</translation>
    </message>
    <message>
        <source>Move item</source>
        <translation>移动报价项</translation>
    </message>
    <message>
        <source>Change quantity</source>
        <translation>修改数量</translation>
    </message>
    <message>
        <source>Change discount on the whole quote</source>
        <translation>修改整单优惠</translation>
    </message>
    <message>
        <source>Change discount</source>
        <translation>修改折扣</translation>
    </message>
    <message>
        <source>Set price</source>
        <translation>修改成交价</translation>
    </message>
    <message>
        <source>Change free months</source>
        <translation>修改减免月数</translation>
    </message>
    <message>
        <source>Change reduced months</source>
        <translation>更改优惠月份</translation>
    </message>
    <message>
        <source>Change yearly change</source>
        <translation>更改逐年调价</translation>
    </message>
    <message>
        <source>Waive charges</source>
        <translation>免收费用</translation>
    </message>
    <message>
        <source>Give away</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>Make optional or firm</source>
        <translation>改为可选或必选</translation>
    </message>
    <message>
        <source>Change characteristics</source>
        <translation>修改属性</translation>
    </message>
    <message>
        <source>Choose options</source>
        <translation>选择套餐内容</translation>
    </message>
    <message>
        <source>Change contract clauses</source>
        <translation>修改合同条款</translation>
    </message>
    <message>
        <source>Take over an industry template</source>
        <translation>采用行业模板</translation>
    </message>
    <message>
        <source>Change what the proposal tells</source>
        <translation>修改建议书内容</translation>
    </message>
    <message>
        <source>Change the time for paying</source>
        <translation>修改付款账期</translation>
    </message>
    <message>
        <source>Take another plan</source>
        <translation>换套餐</translation>
    </message>
    <message>
        <source>Take the best offer</source>
        <translation>采用最优方案</translation>
    </message>
    <message>
        <source>Add an option</source>
        <translation>增加方案</translation>
    </message>
    <message>
        <source>Recommend another option</source>
        <translation>改推另一方案</translation>
    </message>
    <message>
        <source>Take an option out</source>
        <translation>去掉方案</translation>
    </message>
    <message>
        <source>Commitment of an option</source>
        <translation>修改备选方案的合约期</translation>
    </message>
    <message>
        <source>Make an option</source>
        <translation>设为备选方案</translation>
    </message>
    <message>
        <source>Keep a scenario</source>
        <translation>保存情景</translation>
    </message>
    <message>
        <source>Change a scenario</source>
        <translation>修改情景</translation>
    </message>
    <message>
        <source>Delete a scenario</source>
        <translation>删除情景</translation>
    </message>
    <message>
        <source>Change the competitive position</source>
        <translation>修改竞争位置</translation>
    </message>
    <message>
        <source>Use a scenario</source>
        <translation>采用情景</translation>
    </message>
    <message>
        <source>Back within own authority</source>
        <translation>回到本人权限内</translation>
    </message>
    <message>
        <source>New bundle</source>
        <translation>新建套餐</translation>
    </message>
    <message>
        <source>Duplicate bundle</source>
        <translation>复制套餐</translation>
    </message>
    <message>
        <source>Withdraw bundle or sell it again</source>
        <translation>套餐下架或恢复销售</translation>
    </message>
    <message>
        <source>Particulars of a bundle</source>
        <translation>修改套餐信息</translation>
    </message>
    <message>
        <source>Content of a bundle</source>
        <translation>修改套餐内容</translation>
    </message>
    <message>
        <source>Add to a bundle</source>
        <translation>添加套餐内容</translation>
    </message>
    <message>
        <source>Take out of a bundle</source>
        <translation>移除套餐内容</translation>
    </message>
    <message>
        <source>Order in a bundle</source>
        <translation>调整套餐内容顺序</translation>
    </message>
    <message>
        <source>Price of a bundle</source>
        <translation>修改套餐价格</translation>
    </message>
    <message>
        <source>Change limits</source>
        <translation>修改限额</translation>
    </message>
    <message>
        <source>Change levels and functions</source>
        <translation>修改层级与职能</translation>
    </message>
    <message>
        <source>Change circumstances</source>
        <translation>修改情形</translation>
    </message>
    <message>
        <source>Change people</source>
        <translation>修改人员</translation>
    </message>
    <message>
        <source>Change absences</source>
        <translation>修改缺勤</translation>
    </message>
    <message>
        <source>Change what counts together</source>
        <translation>修改合并计算</translation>
    </message>
    <message>
        <source>Read limits and people from a file</source>
        <translation>从文件读入权限与人员</translation>
    </message>
    <message>
        <source>Turn bundle into items</source>
        <translation>套餐拆成单项</translation>
    </message>
    <message>
        <source>Change charges</source>
        <translation>修改资费项</translation>
    </message>
    <message>
        <source>Change sales channel</source>
        <translation>修改销售渠道</translation>
    </message>
    <message>
        <source>Reprice on another catalogue version</source>
        <translation>换用另一目录版本重新计价</translation>
    </message>
    <message>
        <source>Change charge</source>
        <translation>修改资费项</translation>
    </message>
    <message>
        <source>Add charge</source>
        <translation>新增资费项</translation>
    </message>
    <message>
        <source>Remove charge</source>
        <translation>删除资费项</translation>
    </message>
    <message>
        <source>Change conditional prices</source>
        <translation>修改条件价</translation>
    </message>
    <message>
        <source>Change offering</source>
        <translation>修改商品</translation>
    </message>
    <message>
        <source>Attach or remove a leaflet</source>
        <translation>添加或移除宣传单页</translation>
    </message>
    <message>
        <source>Duplicate offering</source>
        <translation>复制商品</translation>
    </message>
    <message>
        <source>Withdraw or sell again</source>
        <translation>下架或恢复销售</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>粘贴行</translation>
    </message>
    <message>
        <source>Apply suggestion</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Duplicate rule</source>
        <translation>复制规则</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>删除规则</translation>
    </message>
    <message>
        <source>Change order of rules</source>
        <translation>调整规则次序</translation>
    </message>
    <message>
        <source>Change choice among promotions</source>
        <translation>修改促销选择方式</translation>
    </message>
    <message>
        <source>Read rules from a file</source>
        <translation>从文件读入规则</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>Envelope</name>
    <message>
        <source>Inside the envelope until {date}</source>
        <translation>在预先批准之内，至{date}</translation>
    </message>
    <message>
        <source>Granted in advance by {name}: submit it, then print.</source>
        <translation>由{name}预先批准：提交后即可打印正式文件。</translation>
    </message>
    <message>
        <source>Outside the envelope: {what}</source>
        <translation>超出预先批准：{what}</translation>
    </message>
    <message>
        <source>Beyond what {name} granted until {date}: {what}</source>
        <translation>超出{name}预先批准的范围（至{date}）：{what}</translation>
    </message>
    <message>
        <source>months</source>
        <translation>合约期</translation>
    </message>
    <message>
        <source>last day of the quote</source>
        <translation>报价有效期</translation>
    </message>
    <message>
        <source>free months</source>
        <translation>减免月数</translation>
    </message>
    <message>
        <source>conditions</source>
        <translation>附加条件</translation>
    </message>
    <message>
        <source>discount on bundles</source>
        <translation>套餐折扣</translation>
    </message>
    <message>
        <source>discount on {family}</source>
        <translation>{family}的折扣</translation>
    </message>
</context>
<context>
    <name>EnvelopeDialog</name>
    <message>
        <source>New envelope</source>
        <translation>新建预先批准</translation>
    </message>
    <message>
        <source>Sign the envelope</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Inside these limits the manager may print for this customer without asking again. What is left empty is not granted beyond his own authority.</source>
        <translation>在此范围内，客户经理可为该客户直接打印正式文件。未填写的项目不超出其本人权限。</translation>
    </message>
    <message>
        <source>Separated by semicolons; may be left out</source>
        <translation>用分号隔开，可不填</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>free months up to</source>
        <translation>减免月数至多</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>合约月数</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>附加条件</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>产品类别</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>产品类别</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>审批项目</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>The most months are fewer than the fewest</source>
        <translation>最长合约期短于最短合约期</translation>
    </message>
</context>
<context>
    <name>ExchangeDesk</name>
    <message>
        <source>Open a signed file</source>
        <translation>打开签名文件</translation>
    </message>
    <message>
        <source>Request {quote} is among what waits for approval</source>
        <translation>申请 {quote} 已列入待审批</translation>
    </message>
    <message>
        <source>The envelope is kept; it holds until {date}</source>
        <translation>预先批准已保存，有效至 {date}</translation>
    </message>
    <message>
        <source>The organisation is in force</source>
        <translation>组织文件已生效</translation>
    </message>
</context>
<context>
    <name>FacetBar</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从…到…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Narrow the list by this</source>
        <translation>按此筛选列表</translation>
    </message>
</context>
<context>
    <name>FactEditor</name>
    <message>
        <source>Prices of</source>
        <translation>价格日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>开通日期</translation>
    </message>
    <message>
        <source>Charged from</source>
        <translation>起租日</translation>
    </message>
    <message>
        <source>One need per line, in the customer&apos;s own words; printed in the proposal</source>
        <translation>每行一条，用客户自己的话；印在建议书中</translation>
    </message>
    <message>
        <source>Customer&apos;s needs</source>
        <translation>客户需求</translation>
    </message>
    <message>
        <source>Priority, owner, day…</source>
        <translation>优先级、负责人、期限…</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
    <message>
        <source>tender</source>
        <translation>招标</translation>
    </message>
    <message>
        <source>{count} noted</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>合约期</translation>
    </message>
    <message>
        <source>Prices of</source>
        <translation>价格日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>开通日期</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Customer&apos;s needs</source>
        <translation>客户需求</translation>
    </message>
    <message>
        <source>Whole quote</source>
        <translation>整单优惠</translation>
    </message>
    <message>
        <source>Promotion codes</source>
        <translation>优惠码</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>Sales channel</source>
        <translation>销售渠道</translation>
    </message>
    <message>
        <source>Language of papers</source>
        <translation>文件语言</translation>
    </message>
    <message>
        <source>Contract clauses</source>
        <translation>合同条款</translation>
    </message>
    <message>
        <source>Time for paying</source>
        <translation>付款账期</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>税率</translation>
    </message>
</context>
<context>
    <name>FactsBar</name>
    <message>
        <source>More facts</source>
        <translation>更多报价条件</translation>
    </message>
</context>
<context>
    <name>Families</name>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Internet access</source>
        <translation>互联网接入</translation>
    </message>
    <message>
        <source>Data circuits</source>
        <translation>数据专线</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>数据中心</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Group services</source>
        <translation>集团业务</translation>
    </message>
    <message>
        <source>Conferencing</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>功能业务</translation>
    </message>
    <message>
        <source>Directory services</source>
        <translation>号码百事通</translation>
    </message>
    <message>
        <source>Industry applications</source>
        <translation>行业应用</translation>
    </message>
    <message>
        <source>Outsourcing</source>
        <translation>外包服务</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Service grades</source>
        <translation>服务等级</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>FamilyList</name>
    <message>
        <source>Family</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>FastTrackDialog</name>
    <message>
        <source>Consent by word of mouth</source>
        <translation>登记口头批准</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>It is logged under that name, and counts until it has to be confirmed.</source>
        <translation>以批准人的名义记入日志，在书面确认的期限前有效。</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Why it cannot wait</source>
        <translation>为何来不及书面审批</translation>
    </message>
    <message>
        <source>Confirmed in writing within days</source>
        <translation>几天内书面确认</translation>
    </message>
</context>
<context>
    <name>FieldGuideDialog</name>
    <message>
        <source>Field guide</source>
        <translation>字段表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name, meaning or example</source>
        <translation>名称、含义或示例</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Copy tag</source>
        <translation>复制标签</translation>
    </message>
    <message>
        <source>Save as Word document…</source>
        <translation>存为 Word 文件…</translation>
    </message>
    <message>
        <source>Copied: {tag}</source>
        <translation>已复制：{tag}</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Price between its limits</source>
        <translation>价格与限度</translation>
    </message>
    <message>
        <source>Shares of the price</source>
        <translation>价格分摊</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>价格分摊</translation>
    </message>
    <message>
        <source>Price a month</source>
        <translation>每月价格</translation>
    </message>
    <message>
        <source>Over the term</source>
        <translation>合同期</translation>
    </message>
    <message>
        <source>Figures of the bundle</source>
        <translation>套餐测算</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>It is not clear what {file} is</source>
        <translation>无法判断 {file} 是什么文件</translation>
    </message>
    <message>
        <source>Price lists are imported on the page Catalogue, bills on a customer&apos;s.</source>
        <translation>价目表请在“产品目录”页导入，账单请在客户页导入。</translation>
    </message>
</context>
<context>
    <name>FilesDialog</name>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the last import back</source>
        <translation>撤销上次导入</translation>
    </message>
    <message>
        <source>Imported last</source>
        <translation>上次导入</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All segments</source>
        <translation>全部客户群</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客户群</translation>
    </message>
    <message>
        <source>All charges</source>
        <translation>全部资费</translation>
    </message>
    <message>
        <source>Charge type</source>
        <translation>资费类型</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>全部地区</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>from ¥</source>
        <translation>最低 ¥</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>最低价格</translation>
    </message>
    <message>
        <source>to ¥</source>
        <translation>最高 ¥</translation>
    </message>
    <message>
        <source>Highest price</source>
        <translation>最高价格</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on the pages</source>
        <translation>在页面中查找</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>End finding</source>
        <translation>结束查找</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>{name}: discount {taken}, your own limit is {limit}</source>
        <translation>{name}：折扣 {taken}，本人权限 {limit}</translation>
    </message>
    <message>
        <source>Lower it, and nobody else need approve it</source>
        <translation>调低后此项无需他人审批</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>Findings</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Nothing stands in the way</source>
        <translation>没有需要处理的问题</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FoundOffers</name>
    <message>
        <source>Offers found</source>
        <translation>找到的方案</translation>
    </message>
    <message>
        <source>Make it the offer</source>
        <translation>作为本方案</translation>
    </message>
    <message>
        <source>Add as an option</source>
        <translation>列为备选方案</translation>
    </message>
    <message>
        <source>Why not this bundle?</source>
        <translation>为什么不选这个套餐？</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>为什么不选？</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>复制文件</translation>
    </message>
    <message>
        <source>E-mail…</source>
        <translation>发邮件…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Handing</name>
    <message>
        <source>No program is set up to open {name}</source>
        <translation>没有可打开 {name} 的程序</translation>
    </message>
    <message>
        <source>Copied: {names}</source>
        <translation>已复制：{names}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Saved: {names}</source>
        <translation>已保存：{names}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>HandingDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>改动说明</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>回到此处</translation>
    </message>
    <message>
        <source>Edits of the quote</source>
        <translation>报价的修改</translation>
    </message>
    <message>
        <source>As created</source>
        <translation>新建时</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Search results</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>ImportChanges</name>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题与提示</translation>
    </message>
    <message>
        <source>Copy findings</source>
        <translation>复制问题清单</translation>
    </message>
    <message>
        <source>{errors} errors: nothing is imported until they are mended.</source>
        <translation>{errors} 处错误：改正之前不会导入任何内容。</translation>
    </message>
    <message>
        <source>{added} charges added, {changed} changed, {withdrawn} withdrawn, {unchanged} unchanged</source>
        <translation>新增 {added} 项资费，修改 {changed} 项，撤下 {withdrawn} 项，不变 {unchanged} 项</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>问题与提示（{count}）</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import catalogue</source>
        <translation>导入产品目录</translation>
    </message>
    <message>
        <source>What the file does not have</source>
        <translation>文件中没有的内容</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>is withdrawn</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Price list (.xlsx, .xls, .csv, .json)</source>
        <translation>价目表（.xlsx、.xls、.csv、.json）</translation>
    </message>
    <message>
        <source>Bundles (.toml), if any</source>
        <translation>套餐（.toml），可不填</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Imported {offerings} offerings and {bundles} bundles</source>
        <translation>已导入 {offerings} 个商品和 {bundles} 个套餐</translation>
    </message>
</context>
<context>
    <name>ImportMapping</name>
    <message>
        <source>The same text in every row, for:</source>
        <translation>以下各项在每一行都填：</translation>
    </message>
    <message>
        <source>Leave {count} hidden rows out</source>
        <translation>不读取 {count} 行隐藏的行</translation>
    </message>
    <message>
        <source>empty: as above</source>
        <translation>空格同上</translation>
    </message>
    <message>
        <source>An empty cell means the same as the cell above it.</source>
        <translation>空单元格与上方单元格含义相同。</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>What is wrong, and what to do</source>
        <translation>问题与办法</translation>
    </message>
    <message>
        <source>File / sheet</source>
        <translation>文件 / 工作表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The sample data have a catalogue of their own</source>
        <translation>示例数据有自己的目录</translation>
    </message>
    <message>
        <source>They are not mixed with yours. Make a profile for them (Ctrl+K, “profiles”).</source>
        <translation>示例数据不与您的数据混在一起。请为它新建一个档案（Ctrl+K 后输入“档案”）。</translation>
    </message>
    <message>
        <source>There are no sample data that nobody worked with.</source>
        <translation>没有未动过的示例数据。</translation>
    </message>
    <message>
        <source>{quotes} quotes and {customers} customers go.</source>
        <translation>将移除 {quotes} 份报价和 {customers} 位客户。</translation>
    </message>
    <message>
        <source>The sample catalogue goes too.</source>
        <translation>示例目录也一并移除。</translation>
    </message>
    <message>
        <source>{quotes} quotes and {customers} customers stay, being in use.</source>
        <translation>{quotes} 份报价和 {customers} 位客户保留，因为已经动过。</translation>
    </message>
    <message>
        <source>Take the sample data out?</source>
        <translation>移除示例数据？</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The sample data are taken out</source>
        <translation>示例数据已移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Imported {offerings} offerings with {charges} charges, {bundles} bundles, {customers} customers and {quotes} quotes</source>
        <translation>已导入 {offerings} 个商品、{charges} 个资费项、{bundles} 个套餐、{customers} 位客户、{quotes} 份报价</translation>
    </message>
    <message>
        <source>Export customers</source>
        <translation>导出客户</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Text (*.csv)</source>
        <translation>文本 (*.csv)</translation>
    </message>
    <message>
        <source>{count} customers written to {file}; the file is internal</source>
        <translation>已将 {count} 个客户写入 {file}；此文件仅供内部使用</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>InForceDesk</name>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>These are bills</source>
        <translation>这是账单</translation>
    </message>
    <message>
        <source>Choose their customer here and drop them again.</source>
        <translation>请在此选择客户，再把文件拖进来。</translation>
    </message>
</context>
<context>
    <name>IndustryDialog</name>
    <message>
        <source>Industry template</source>
        <translation>行业模板</translation>
    </message>
    <message>
        <source>Add what is ticked</source>
        <translation>加入勾选的内容</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Typical needs</source>
        <translation>典型需求</translation>
    </message>
    <message>
        <source>What is often sold</source>
        <translation>常用产品</translation>
    </message>
    <message>
        <source>Chapters of the proposal to leave out</source>
        <translation>建议书可以不要的章节</translation>
    </message>
    <message>
        <source>Questions to ask (Ctrl+Shift+Q keeps the answers)</source>
        <translation>可以问的问题（回答用 Ctrl+Shift+Q 记录）</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Write papers</source>
        <translation>出文件</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>There is nothing for this paper to show.</source>
        <translation>本报价没有可以写进这份文件的内容。</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>中英文各一份</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>客户文件的语言</translation>
    </message>
    <message>
        <source>The approval sheet is internal and is written once.</source>
        <translation>审批表供内部使用，只出一份。</translation>
    </message>
</context>
<context>
    <name>ItemBlock</name>
    <message>
        <source>{count} items pasted</source>
        <translation>已粘贴 {count} 项</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Rename the section</source>
        <translation>重命名分组</translation>
    </message>
</context>
<context>
    <name>ItemMenu</name>
    <message>
        <source>Make a bundle of the {count} items</source>
        <translation>把这 {count} 项做成套餐</translation>
    </message>
    <message>
        <source>Make a bundle of this item</source>
        <translation>把此项做成套餐</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Take the heading away</source>
        <translation>取消分组</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Choose options…</source>
        <translation>选择套餐内容…</translation>
    </message>
    <message>
        <source>Turn into separate items…</source>
        <translation>拆成单项…</translation>
    </message>
    <message>
        <source>Characteristics…</source>
        <translation>属性…</translation>
    </message>
    <message>
        <source>Add charge</source>
        <translation>添加资费项</translation>
    </message>
</context>
<context>
    <name>ItemTiming</name>
    <message>
        <source>Free months</source>
        <translation>免费月份</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Yearly change…</source>
        <translation>逐年调价…</translation>
    </message>
    <message>
        <source>Reduced months…</source>
        <translation>优惠月份…</translation>
    </message>
    <message>
        <source>Reduced months</source>
        <translation>优惠月份</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Waive one-time charges</source>
        <translation>免收一次性费用</translation>
    </message>
    <message>
        <source>Give away</source>
        <translation>赠送</translation>
    </message>
</context>
<context>
    <name>Items</name>
    <message>
        <source>sets</source>
        <translation>套</translation>
    </message>
    <message>
        <source>allowance</source>
        <translation>含用量</translation>
    </message>
    <message>
        <source>included</source>
        <translation>含</translation>
    </message>
    <message>
        <source>Share of the bundle&apos;s price</source>
        <translation>在套餐价中的分摊</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>免收</translation>
    </message>
    <message>
        <source>Published as free with a bundle</source>
        <translation>套餐公布免收</translation>
    </message>
    <message>
        <source>ex VAT</source>
        <translation>不含税</translation>
    </message>
    <message>
        <source>The list price is without VAT; {price} with it</source>
        <translation>目录价不含税，含税 {price}</translation>
    </message>
    <message>
        <source>Without VAT, and typed without it; {price} with VAT</source>
        <translation>不含税，输入也按不含税；含税 {price}</translation>
    </message>
    <message>
        <source>Amounts typed here are without VAT</source>
        <translation>此处输入的金额不含税</translation>
    </message>
    <message>
        <source>The discount exceeds the price and is not applied</source>
        <translation>折扣超出价格，未予采用</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Type a percentage, 8.5折, -30 for 30 yuan off, or =85 for a price of 85</source>
        <translation>可输入百分比、8.5折、-30（减 30 元）或 =85（单价定为 85 元）</translation>
    </message>
    <message>
        <source>Beyond your own authority</source>
        <translation>超出本人权限</translation>
    </message>
    <message>
        <source>/year</source>
        <translation>/年</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Product / details</source>
        <translation>产品 / 规格</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>标准单价</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Net price</source>
        <translation>成交单价</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>月租小计</translation>
    </message>
    <message>
        <source>One-time</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利率</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付费账户</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 项</translation>
    </message>
    <message>
        <source>No section</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>paid by {account}</source>
        <translation>由 {account} 付费</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>可选</translation>
    </message>
</context>
<context>
    <name>ItemsPanel</name>
    <message>
        <source>Add a product: name, code or pinyin initials, such as kd</source>
        <translation>添加产品：名称、编码或拼音首字母，如 kd</translation>
    </message>
    <message>
        <source>Find and add products</source>
        <translation>查找并添加产品</translation>
    </message>
    <message>
        <source>Items of the quote</source>
        <translation>报价项</translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation>还没有报价项</translation>
    </message>
    <message>
        <source>Type a name, a code or pinyin initials in the search field above.</source>
        <translation>在上面的查找框中输入名称、编码或拼音首字母。</translation>
    </message>
    <message>
        <source>Find products</source>
        <translation>查找产品</translation>
    </message>
    <message>
        <source>Begin with an industry template…</source>
        <translation>从行业模板开始…</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>报价项</translation>
    </message>
    <message>
        <source>Characteristics, free and reduced months, gifts, optional, move, remove</source>
        <translation>特性、免费和优惠月份、赠送、可选、移动、删除</translation>
    </message>
    <message>
        <source>Columns (Ctrl+Shift+K)</source>
        <translation>列（Ctrl+Shift+K）</translation>
    </message>
</context>
<context>
    <name>KeyDesk</name>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>My key</source>
        <translation>我的密钥</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>Its letters</source>
        <translation>核对字母</translation>
    </message>
    <message>
        <source>There is no key for {owner} yet. Make one, or bring in a copy that you kept.</source>
        <translation>{owner} 还没有密钥。请新建，或导入自己保存的副本。</translation>
    </message>
    <message>
        <source>Send the public key to the administrator. Tell him its letters on another way, by telephone say, so that he can compare. Sign once the organisation lists it.</source>
        <translation>把公钥发给管理员，并用另一种方式（例如电话）告知核对字母，供其比对。组织文件列入此密钥后即可签名。</translation>
    </message>
    <message>
        <source>The organisation lists this key. It is unlocked.</source>
        <translation>组织文件已列入此密钥。当前已解锁。</translation>
    </message>
    <message>
        <source>The organisation lists this key. It is locked.</source>
        <translation>组织文件已列入此密钥。当前已锁定。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>更改口令…</translation>
    </message>
    <message>
        <source>Copy the public key</source>
        <translation>复制公钥</translation>
    </message>
    <message>
        <source>Make a key…</source>
        <translation>新建密钥…</translation>
    </message>
    <message>
        <source>Bring in a key file…</source>
        <translation>导入密钥文件…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>KeyboardDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Action or key</source>
        <translation>操作或按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>默认按键</translation>
    </message>
    <message>
        <source>Actions and keys</source>
        <translation>操作与按键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不设按键</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>{keys} cannot be used: it is typed or has a meaning of its own.</source>
        <translation>{keys} 不能使用：它用于输入，或另有固定用途。</translation>
    </message>
    <message>
        <source>{keys} belongs to “{other}”. Give that one other keys first.</source>
        <translation>{keys} 已用于“{other}”，请先为它更换按键。</translation>
    </message>
</context>
<context>
    <name>LanguageDialog</name>
    <message>
        <source>Language of papers</source>
        <translation>文件语言</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Papers are written in it; another one can still be chosen for each.</source>
        <translation>客户文件以此语言出具，出文件时仍可另选。</translation>
    </message>
</context>
<context>
    <name>LeafletCard</name>
    <message>
        <source>Attach leaflet…</source>
        <translation>添加宣传单页…</translation>
    </message>
    <message>
        <source>PDF, PNG or JPEG; files can be dropped here as well</source>
        <translation>PDF、PNG 或 JPEG；也可把文件拖到这里</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Leaflets (*.pdf *.png *.jpg *.jpeg)</source>
        <translation>宣传单页 (*.pdf *.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Success stories</source>
        <translation>成功案例</translation>
    </message>
    <message>
        <source>Differences with proof</source>
        <translation>差异化优势与证据</translation>
    </message>
    <message>
        <source>Known limits and answers</source>
        <translation>已知不足与答复</translation>
    </message>
    <message>
        <source>Demonstration kits</source>
        <translation>演示物品</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Customer as named</source>
        <translation>客户（如何称呼）</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>成效数字</translation>
    </message>
    <message>
        <source>What we do better</source>
        <translation>我们的优势</translation>
    </message>
    <message>
        <source>Value to the customer</source>
        <translation>对客户的价值</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Agreed answer</source>
        <translation>统一答复</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>带什么</translation>
    </message>
    <message>
        <source>{column} (English)</source>
        <translation>{column}（英文）</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>May be told</source>
        <translation>可引用</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>File of proof</source>
        <translation>证明文件</translation>
    </message>
    <message>
        <source>Against whom</source>
        <translation>针对谁</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>What an offer brought another customer. Only what may be told can be taken into a proposal; the others stand in the visit briefing, for us.</source>
        <translation>方案给别的客户带来了什么。获准引用的才能放进建议书，其余只列在拜访提纲里，供内部使用。</translation>
    </message>
    <message>
        <source>What we do better, with what proves it; never a word against others. Empty “against whom” counts against all. A proposal takes three at most.</source>
        <translation>我们好在哪里，凭什么；不说别人的坏话。“针对谁”留空表示对谁都适用。一份建议书最多选三条。</translation>
    </message>
    <message>
        <source>What a product cannot do, and the answer agreed on. Internal: it stands in the visit briefing only.</source>
        <translation>产品做不到什么，以及统一的答复。内部资料，只列在拜访提纲里。</translation>
    </message>
    <message>
        <source>What to bring along to show a product, one row for each, and where it can be seen. The briefing lists it; a proposal may take the link.</source>
        <translation>演示一个产品要带什么、在哪里可以看到，每个产品一行。拜访提纲列出物品，建议书可以放网址。</translation>
    </message>
</context>
<context>
    <name>LibraryDialog</name>
    <message>
        <source>Attach proof…</source>
        <translation>附上证明…</translation>
    </message>
    <message>
        <source>PDF, PNG or JPEG, for the row that is chosen</source>
        <translation>PDF、PNG 或 JPEG，附在选中的行</translation>
    </message>
    <message>
        <source>Attach proof</source>
        <translation>附上证明</translation>
    </message>
    <message>
        <source>PDF or picture (*.pdf *.png *.jpg *.jpeg)</source>
        <translation>PDF 或图片 (*.pdf *.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>Life</name>
    <message>
        <source>{state} · changed since</source>
        <translation>{state} · 已改动</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>提交审批</translation>
    </message>
    <message>
        <source>Write final papers</source>
        <translation>出正式文件</translation>
    </message>
    <message>
        <source>Consent by word of mouth…</source>
        <translation>登记口头批准…</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Revise</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Sent to customer</source>
        <translation>标为已发出</translation>
    </message>
    <message>
        <source>Customer accepts</source>
        <translation>客户接受</translation>
    </message>
    <message>
        <source>Customer declines…</source>
        <translation>客户谢绝…</translation>
    </message>
    <message>
        <source>Cancel the quote…</source>
        <translation>取消报价…</translation>
    </message>
    <message>
        <source>Contract signed</source>
        <translation>登记签约</translation>
    </message>
    <message>
        <source>{name} confirms in writing by {date}</source>
        <translation>{name} 应于 {date} 前书面确认</translation>
    </message>
    <message>
        <source>Waits for {roles}</source>
        <translation>等待 {roles} 审批</translation>
    </message>
    <message>
        <source>Conditions: {all}</source>
        <translation>附有条件：{all}</translation>
    </message>
    <message>
        <source>Holds until {date}</source>
        <translation>有效至 {date}</translation>
    </message>
</context>
<context>
    <name>LifeBar</name>
    <message>
        <source>State of the quote</source>
        <translation>报价状态</translation>
    </message>
    <message>
        <source>More steps</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Compare with an earlier revision	Ctrl+Shift+R</source>
        <translation>与早先版本比较	Ctrl+Shift+R</translation>
    </message>
    <message>
        <source>Scenarios and options…	Ctrl+Shift+N</source>
        <translation>方案情景与备选…	Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>Compare contracts…</source>
        <translation>比较合同…</translation>
    </message>
</context>
<context>
    <name>LifeDesk</name>
    <message>
        <source>This quote waits for approval. Recall it to go on editing?</source>
        <translation>报价正在等待审批。撤回后继续修改吗？</translation>
    </message>
    <message>
        <source>Its approver sees it no longer; submit it again when you are done.</source>
        <translation>撤回后审批人不再看到它；改好后请重新提交。</translation>
    </message>
    <message>
        <source>This quote is contracted</source>
        <translation>报价已签约</translation>
    </message>
    <message>
        <source>Begin a new quote for changes.</source>
        <translation>需要变更时请新建报价。</translation>
    </message>
    <message>
        <source>Why? It goes into the log.</source>
        <translation>写明原因，会记入日志。</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Line or service</source>
        <translation>线路或业务</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>拆机</translation>
    </message>
    <message>
        <source>to go</source>
        <translation>将拆</translation>
    </message>
    <message>
        <source>If {name} is cancelled:</source>
        <translation>如果拆掉 {name}：</translation>
    </message>
    <message>
        <source>Because {name} is to be cancelled:</source>
        <translation>{name} 将拆，因此：</translation>
    </message>
    <message>
        <source>Nothing else loses its price or its benefit.</source>
        <translation>没有其他业务因此失去价格或优惠。</translation>
    </message>
    <message>
        <source>In all {amount} a month.</source>
        <translation>合计每月 {amount}。</translation>
    </message>
    <message>
        <source>{name} is no longer sold to him; list prices are {amount} a month more</source>
        <translation>{name} 不再符合条件，按标准价每月多付 {amount}</translation>
    </message>
    <message>
        <source>{name} cannot stay without it: {amount} a month</source>
        <translation>{name} 离不开它，须一并停用：每月 {amount}</translation>
    </message>
    <message>
        <source>{name} costs {amount} a month more</source>
        <translation>{name} 每月多付 {amount}</translation>
    </message>
</context>
<context>
    <name>LinesCard</name>
    <message>
        <source>What hangs on a line</source>
        <translation>线路关联</translation>
    </message>
    <message>
        <source>Lines and services</source>
        <translation>线路与业务</translation>
    </message>
    <message>
        <source>Why the line is cancelled</source>
        <translation>拆机原因</translation>
    </message>
    <message>
        <source>Why is it to be cancelled?</source>
        <translation>为什么要拆？</translation>
    </message>
    <message>
        <source>To be cancelled</source>
        <translation>将拆机</translation>
    </message>
    <message>
        <source>The offer is made and compared without it</source>
        <translation>方案和前后对比都不再计入它</translation>
    </message>
    <message>
        <source>It stays</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message>
        <source>Columns (Ctrl+Shift+K)</source>
        <translation>列（Ctrl+Shift+K）</translation>
    </message>
    <message>
        <source>In yuan, such as 1000-5000, 1000.. or ..5000</source>
        <translation>以元为单位，例如 1000-5000、1000.. 或 ..5000</translation>
    </message>
    <message>
        <source>Days, such as 2026-11-01..2026-11-30, 2026-11-01.. or ..2026-11-30</source>
        <translation>日期，例如 2026-11-01..2026-11-30、2026-11-01.. 或 ..2026-11-30</translation>
    </message>
    <message>
        <source>That is no range</source>
        <translation>无法识别这个范围</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Paste rows</source>
        <translation>粘贴行</translation>
    </message>
    <message>
        <source>Rows copied from a spreadsheet, with or without headings</source>
        <translation>从表格软件复制的行，带不带标题都可以</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>删除行</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Solution</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>月租</translation>
    </message>
    <message>
        <source>Contract total</source>
        <translation>合同总额</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>编制人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Quote without title</source>
        <translation>未命名的报价</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客群</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>with alerts</source>
        <translation>有预警</translation>
    </message>
    <message>
        <source>no alerts</source>
        <translation>无预警</translation>
    </message>
    <message>
        <source>Average bill</source>
        <translation>月均账单</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>one</source>
        <translation>1 个</translation>
    </message>
    <message>
        <source>2 – 10</source>
        <translation>2 – 10 个</translation>
    </message>
    <message>
        <source>more than 10</source>
        <translation>10 个以上</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>with quotes</source>
        <translation>有报价</translation>
    </message>
    <message>
        <source>never quoted</source>
        <translation>未报过价</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>聚类方式</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>聚类场所</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>服务团队</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>潜在客户</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>without class</source>
        <translation>没有等级</translation>
    </message>
    <message>
        <source>{count} accounts</source>
        <translation>{count} 个账户</translation>
    </message>
    <message>
        <source>Offering / charge</source>
        <translation>商品 / 资费项</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>标准单价</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>定价</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>客户群</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>market</source>
        <translation>市场价</translation>
    </message>
    <message>
        <source>guided</source>
        <translation>指导价</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>政府定价</translation>
    </message>
    <message>
        <source>under {amount}</source>
        <translation>{amount} 以下</translation>
    </message>
    <message>
        <source>{amount} and more</source>
        <translation>{amount} 以上</translation>
    </message>
    <message>
        <source>no amount</source>
        <translation>无金额</translation>
    </message>
    <message>
        <source>within 7 days</source>
        <translation>7 天内</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>30 天内</translation>
    </message>
    <message>
        <source>later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>past</source>
        <translation>已过</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>longer ago</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Quotewright</source>
        <translation>方案匠</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>产品目录</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Proposals and quotes</source>
        <translation>政企方案与报价</translation>
    </message>
    <message>
        <source>Account manager</source>
        <translation>客户经理</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>在手册中查找</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>MarketDialog</name>
    <message>
        <source>Market tables</source>
        <translation>市场资料表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export market tables</source>
        <translation>导出市场资料表</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>The tables are written to {file}; the file is internal</source>
        <translation>资料表已写入 {file}，仅供内部使用</translation>
    </message>
    <message>
        <source>Import market tables</source>
        <translation>导入市场资料表</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xls *.csv)</source>
        <translation>表格 (*.xlsx *.xls *.csv)</translation>
    </message>
    <message>
        <source>{count} tables changed</source>
        <translation>改动了 {count} 张表</translation>
    </message>
</context>
<context>
    <name>MarketEditor</name>
    <message>
        <source>Paste rows</source>
        <translation>粘贴行</translation>
    </message>
    <message>
        <source>Rows copied from a spreadsheet, with or without headings</source>
        <translation>从电子表格复制的行，有无标题均可</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>删除行</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>fixed lines</source>
        <translation>固话线数</translation>
    </message>
    <message>
        <source>typical month</source>
        <translation>典型月消费</translation>
    </message>
    <message>
        <source>fluctuation</source>
        <translation>波动</translation>
    </message>
    <message>
        <source>arrears</source>
        <translation>欠费</translation>
    </message>
    <message>
        <source>long-distance minutes</source>
        <translation>长途分钟数</translation>
    </message>
    <message>
        <source>smallest average of a line</source>
        <translation>单线最低月均</translation>
    </message>
    <message>
        <source>competitor&apos;s fixed lines</source>
        <translation>他网固话</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>地点数</translation>
    </message>
    <message>
        <source>term</source>
        <translation>合约期</translation>
    </message>
    <message>
        <source>students</source>
        <translation>学生数</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>员工数</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>客房数</translation>
    </message>
    <message>
        <source>industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>客户群</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge two customers</source>
        <translation>合并两个客户</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>such as the same legal representative</source>
        <translation>例如同一法定代表人</translation>
    </message>
    <message>
        <source>Why accounts under other names belong here</source>
        <translation>其他户名的账户为何归入</translation>
    </message>
    <message>
        <source>{accounts} accounts, {contacts} contacts, {sites} sites, {months} months of bills and {quotes} quotes of “{name}” follow. Undo parts both again.</source>
        <translation>“{name}”的 {accounts} 个账户、{contacts} 位联系人、{sites} 个地点、{months} 个月账单和 {quotes} 份报价一并归入。可以撤销，恢复为两个客户。</translation>
    </message>
    <message>
        <source>Stays: {name}</source>
        <translation>保留：{name}</translation>
    </message>
    <message>
        <source>Goes: {name}</source>
        <translation>并入：{name}</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Who is at work</source>
        <translation>当前使用人</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keys and signed files</source>
        <translation>密钥与签名文件</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
</context>
<context>
    <name>NeedCards</name>
    <message>
        <source>Tick what the customer agrees to.</source>
        <translation>勾选客户认可的需求。</translation>
    </message>
    <message>
        <source>Take out of the quote</source>
        <translation>从报价中去掉</translation>
    </message>
    <message>
        <source>Write into the quote</source>
        <translation>写入报价</translation>
    </message>
    <message>
        <source>He said: {words}</source>
        <translation>客户说：{words}</translation>
    </message>
    <message>
        <source>Signal: {words}</source>
        <translation>信号：{words}</translation>
    </message>
    <message>
        <source>Meets it</source>
        <translation>已满足</translation>
    </message>
    <message>
        <source>Add to the quote</source>
        <translation>加入报价</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Needs of the customer</source>
        <translation>客户的需求</translation>
    </message>
    <message>
        <source>Each need in the customer&apos;s own words. What answers it is a product of the quote, by its code; several are parted by commas. The proposal prints needs with their answers; priority, owner, day and evidence are for us only.</source>
        <translation>每条需求用客户自己的话写。对应的内容写报价项的编码，多个用逗号隔开。建议书印需求和对应的内容；优先级、负责人、期限和依据只在内部使用。</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>By</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>对应报价项</translation>
    </message>
</context>
<context>
    <name>NewPassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新建密钥</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>The key lies in this file, behind the passphrase:
{file}
Keep a copy of the file on a medium of your own. Nobody can replace a lost file or a forgotten passphrase; the administrator would have to list a new key.</source>
        <translation>密钥保存在此文件中，由口令保护：
{file}
请自行另存一份副本。文件丢失或忘记口令都无法恢复，只能由管理员登记新的密钥。</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>现在的口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>At least 10 characters; several words are best.</source>
        <translation>至少 10 个字符，最好由几个词组成。</translation>
    </message>
    <message>
        <source>Easily guessed: add words that do not belong together.</source>
        <translation>容易被猜到：再加几个互不相关的词。</translation>
    </message>
    <message>
        <source>Fair. One or two more words make it good.</source>
        <translation>尚可，再加一两个词更好。</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>良好。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入不一致。</translation>
    </message>
</context>
<context>
    <name>NoBills</name>
    <message>
        <source>No bills yet</source>
        <translation>还没有账单</translation>
    </message>
    <message>
        <source>Import bills of the customer to see what they say.</source>
        <translation>导入该客户的账单后，这里显示分析。</translation>
    </message>
    <message>
        <source>Import bills</source>
        <translation>导入账单</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source>Needs and best offer</source>
        <translation>需求与最优方案</translation>
    </message>
    <message>
        <source>Find the best offer</source>
        <translation>寻找最优方案</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>客户需要</translation>
    </message>
    <message>
        <source>Best offer</source>
        <translation>最优方案</translation>
    </message>
    <message>
        <source>Options in the quote</source>
        <translation>报价中的方案</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Pricing what may be offered…</source>
        <translation>正在为可选的内容计价…</translation>
    </message>
    <message>
        <source>{months} months: {value} so far, at most {gap} % from the best</source>
        <translation>{months} 个月：目前 {value}，距最优至多 {gap} %</translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>Needs</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Add what is needed</source>
        <translation>添加客户需要的业务</translation>
    </message>
    <message>
        <source>Find what is needed</source>
        <translation>查找客户需要的业务</translation>
    </message>
    <message>
        <source>least cost</source>
        <translation>客户花费最少</translation>
    </message>
    <message>
        <source>most margin</source>
        <translation>毛利最多</translation>
    </message>
    <message>
        <source>Best is</source>
        <translation>最优指</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Commitment in months</source>
        <translation>合约月数</translation>
    </message>
    <message>
        <source>Discounts to try</source>
        <translation>可试的折扣</translation>
    </message>
    <message>
        <source>also beyond my own authority</source>
        <translation>也可超出本人权限</translation>
    </message>
    <message>
        <source>It replaces {operator}: {monthly} a month</source>
        <translation>取代{operator}：每月 {monthly}</translation>
    </message>
    <message>
        <source>Saves at least</source>
        <translation>至少节省</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>It has no monthly charge</source>
        <translation>该业务没有月费</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>What is needed</source>
        <translation>客户需要</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>expected a month</source>
        <translation>每月预计</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Over the term</source>
        <translation>合约期内</translation>
    </message>
    <message>
        <source>Saves</source>
        <translation>每月节省</translation>
    </message>
    <message>
        <source>New services</source>
        <translation>新增业务</translation>
    </message>
    <message>
        <source>Margin (internal)</source>
        <translation>毛利（内部）</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最优</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并列比较</translation>
    </message>
    <message>
        <source>A recommended</source>
        <translation>A 推荐</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>One-time</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>Contract total</source>
        <translation>合同总额</translation>
    </message>
    <message>
        <source>Saves a month, like for like</source>
        <translation>同口径每月节省</translation>
    </message>
    <message>
        <source>New services a month</source>
        <translation>每月新增业务</translation>
    </message>
    <message>
        <source>Typical month under the plan (median)</source>
        <translation>试算月中位数</translation>
    </message>
    <message>
        <source>Smallest to largest month</source>
        <translation>试算最小月至最大月</translation>
    </message>
    <message>
        <source>A day, rounded up</source>
        <translation>合每天（向上取整）</translation>
    </message>
    <message>
        <source>Approval (internal)</source>
        <translation>审批（内部）</translation>
    </message>
</context>
<context>
    <name>OptionBoard</name>
    <message>
        <source>Options</source>
        <translation>备选方案</translation>
    </message>
    <message>
        <source>Each option alone, as if the customer took it; he takes one of them.</source>
        <translation>每个方案都按客户单独选它来计价；客户从中选一个。</translation>
    </message>
    <message>
        <source>There is one offer only. Mark items in the quote and choose “Option” in their menu, or press Ctrl+J to put a computed offer beside it.</source>
        <translation>目前只有一个方案。在报价中选中若干项，从菜单里选“备选方案”；或按 Ctrl+J，把算出的最优方案放在旁边。</translation>
    </message>
    <message>
        <source>A recommended</source>
        <translation>A（推荐）</translation>
    </message>
    <message>
        <source>Former offer</source>
        <translation>原方案</translation>
    </message>
</context>
<context>
    <name>OptionDeeds</name>
    <message>
        <source>Recommend {letter}</source>
        <translation>改推 {letter}</translation>
    </message>
    <message>
        <source>Take {letter} out</source>
        <translation>去掉 {letter}</translation>
    </message>
</context>
<context>
    <name>OptionMenu</name>
    <message>
        <source>A · the offer</source>
        <translation>A · 本方案（推荐）</translation>
    </message>
    <message>
        <source>May be added to the offer</source>
        <translation>可加选（不计入合计）</translation>
    </message>
    <message>
        <source>New option of these items…</source>
        <translation>设为新的备选方案…</translation>
    </message>
    <message>
        <source>Copy as a new option…</source>
        <translation>复制为新的备选方案…</translation>
    </message>
    <message>
        <source>Option {letter}</source>
        <translation>方案 {letter}</translation>
    </message>
    <message>
        <source>Former offer</source>
        <translation>原方案</translation>
    </message>
    <message>
        <source>Recommend it: it becomes the offer</source>
        <translation>改推它：成为本方案</translation>
    </message>
    <message>
        <source>Commitment: {months} months…</source>
        <translation>合约期：{months} 个月…</translation>
    </message>
    <message>
        <source>Take it out of the quote</source>
        <translation>从报价中去掉</translation>
    </message>
    <message>
        <source>New option</source>
        <translation>新的备选方案</translation>
    </message>
    <message>
        <source>Its heading on the papers</source>
        <translation>文件上的标题</translation>
    </message>
    <message>
        <source>Commitment of option {letter}</source>
        <translation>方案 {letter} 的合约期</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>{percent} off</source>
        <translation>优惠 {percent}</translation>
    </message>
    <message>
        <source>own prices</source>
        <translation>按项定价</translation>
    </message>
    <message>
        <source>by its parts</source>
        <translation>按项合计</translation>
    </message>
    <message>
        <source>Now {monthly} a month, {once} once</source>
        <translation>现在每月 {monthly}，一次性 {once}</translation>
    </message>
    <message>
        <source>{monthly} a month, {once} once</source>
        <translation>每月 {monthly}，一次性 {once}</translation>
    </message>
    <message>
        <source>{usage} of expected usage</source>
        <translation>另预计用量费 {usage}</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>任选其一</translation>
    </message>
    <message>
        <source>choose {least} to {most}</source>
        <translation>选 {least} 至 {most}</translation>
    </message>
    <message>
        <source>up to {most}</source>
        <translation>最多 {most}</translation>
    </message>
    <message>
        <source>at least {least}</source>
        <translation>至少 {least}</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>数量不限</translation>
    </message>
    <message>
        <source>included</source>
        <translation>含</translation>
    </message>
    <message>
        <source>{count} units each</source>
        <translation>每份 {count} 个单位</translation>
    </message>
    <message>
        <source>Option {letter}</source>
        <translation>方案 {letter}</translation>
    </message>
    <message>
        <source>Option {letter} · {months} months</source>
        <translation>方案 {letter} · {months} 个月</translation>
    </message>
</context>
<context>
    <name>OptionsCard</name>
    <message>
        <source>Options side by side</source>
        <translation>方案并列</translation>
    </message>
</context>
<context>
    <name>OrganisationDialog</name>
    <message>
        <source>Organisation {name} no. {no}</source>
        <translation>组织文件：{name} 第 {no} 号</translation>
    </message>
    <message>
        <source>Take this organisation</source>
        <translation>采用此组织文件</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Valid until {date}; a decision holds for {days} days at most.</source>
        <translation>有效期至{date}；一项决定最长有效 {days} 天。</translation>
    </message>
    <message>
        <source>It takes the place of no. {no}; the same root key signed both.</source>
        <translation>将取代第 {no} 号，两者由同一根密钥签署。</translation>
    </message>
    <message>
        <source>This is the first organisation file on this computer. From now on only files of this root key are taken. Type the letters, or paste the key, that the administrator told you on another way than this file came:</source>
        <translation>这是本机的第一份组织文件，今后只接受同一根密钥签署的文件。请输入管理员以另一种方式（而非随文件）告知的核对字母，或粘贴根密钥：</translation>
    </message>
    <message>
        <source>Root key as you were told</source>
        <translation>管理员告知的根密钥</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Send this file to {roles}. It holds the revision with its costs: it is for the approver only. The decision comes back as a file; open it here.</source>
        <translation>请把此文件发给 {roles}。文件含成本等内部数字，只供审批人使用。审批人会发回决定文件，在本程序中打开即可。</translation>
    </message>
    <message>
        <source>Request for approval</source>
        <translation>审批申请</translation>
    </message>
    <message>
        <source>Send this file to {name}, who opens it in the program.</source>
        <translation>请把此文件发给{name}，由其在程序中打开。</translation>
    </message>
    <message>
        <source>Decision signed</source>
        <translation>决定已签署</translation>
    </message>
    <message>
        <source>Send this file to the manager, who opens it in the program.</source>
        <translation>请把此文件发给客户经理，由其在程序中打开。</translation>
    </message>
    <message>
        <source>Envelope signed</source>
        <translation>预先批准已签署</translation>
    </message>
    <message>
        <source>Please open the attached file with Quotewright.</source>
        <translation>请用“方案匠”打开附件。</translation>
    </message>
    <message>
        <source>Copied to {name}</source>
        <translation>已复制到 {name}</translation>
    </message>
</context>
<context>
    <name>PageFault</name>
    <message>
        <source>This page could not be read</source>
        <translation>无法读取本页</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>All pages</source>
        <translation>全部页面</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Paper of {number} {revision}</source>
        <translation>{number} {revision} 的文件</translation>
    </message>
    <message>
        <source>View of {list}</source>
        <translation>{list}的视图</translation>
    </message>
    <message>
        <source>Setting · {group}</source>
        <translation>设置 · {group}</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Handed to the printer: {pages} pages</source>
        <translation>已交给打印机：{pages} 页</translation>
    </message>
</context>
<context>
    <name>PaperSettingsDialog</name>
    <message>
        <source>Names, visit set, PDF</source>
        <translation>文件名、拜访整套、PDF</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Settings of papers</source>
        <translation>文件设置</translation>
    </message>
    <message>
        <source>Names of files</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Papers for a visit</source>
        <translation>拜访整套文件</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Pattern of the names</source>
        <translation>文件名格式</translation>
    </message>
    <message>
        <source>Put it where the cursor is</source>
        <translation>插入到光标处</translation>
    </message>
    <message>
        <source>What no file system takes (&lt; &gt; : &quot; / \ | ? *) becomes _, names of devices (CON, NUL, LPT1) get one in front, dots and spaces at the end go, and what is too long is cut: a title {title} gives {cured}. Nothing is overwritten without asking.</source>
        <translation>文件系统不接受的字符（&lt; &gt; : &quot; / \ | ? *）换成 _；设备名（CON、NUL、LPT1）前加 _；结尾的点和空格去掉；过长则截短。例如标题 {title} 得到 {cured}。未经询问不会覆盖任何文件。</translation>
    </message>
    <message>
        <source>Offered in this order, with these copies, by Print (Ctrl+P).</source>
        <translation>打印（Ctrl+P）时按此顺序和份数给出。</translation>
    </message>
    <message>
        <source>Not found on this computer.</source>
        <translation>本机未安装。</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Writing papers…</source>
        <translation>正在生成文件…</translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation>已生成：{names}</translation>
    </message>
    <message>
        <source>Written as drafts: {names}</source>
        <translation>已生成草稿：{names}</translation>
    </message>
    <message>
        <source>to fill in: {points}</source>
        <translation>待填写：{points}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>customer&apos;s name</source>
        <translation>甲方名称</translation>
    </message>
    <message>
        <source>customer&apos;s address</source>
        <translation>甲方地址</translation>
    </message>
    <message>
        <source>customer&apos;s credit code</source>
        <translation>甲方统一社会信用代码</translation>
    </message>
    <message>
        <source>customer&apos;s legal representative</source>
        <translation>甲方法定代表人</translation>
    </message>
    <message>
        <source>customer&apos;s handler</source>
        <translation>甲方承办人</translation>
    </message>
    <message>
        <source>handler&apos;s telephone</source>
        <translation>承办人电话</translation>
    </message>
    <message>
        <source>our company&apos;s name</source>
        <translation>乙方名称</translation>
    </message>
    <message>
        <source>our company&apos;s address</source>
        <translation>乙方地址</translation>
    </message>
    <message>
        <source>our credit code</source>
        <translation>乙方统一社会信用代码</translation>
    </message>
    <message>
        <source>our legal representative</source>
        <translation>乙方法定代表人</translation>
    </message>
    <message>
        <source>our bank</source>
        <translation>乙方开户银行</translation>
    </message>
    <message>
        <source>our bank account</source>
        <translation>乙方银行账号</translation>
    </message>
    <message>
        <source>hotline</source>
        <translation>服务热线</translation>
    </message>
    <message>
        <source>account manager&apos;s telephone</source>
        <translation>客户经理电话</translation>
    </message>
    <message>
        <source>Approval workbook</source>
        <translation>审批表</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>final</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>kind of paper, as contract</source>
        <translation>文件类型代码，如 contract</translation>
    </message>
    <message>
        <source>name of the paper, as printed</source>
        <translation>文件名称，如合同标题</translation>
    </message>
    <message>
        <source>number of the quote</source>
        <translation>报价编号</translation>
    </message>
    <message>
        <source>letter of the revision</source>
        <translation>版本字母</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>客户名称</translation>
    </message>
    <message>
        <source>title of the solution</source>
        <translation>方案标题</translation>
    </message>
    <message>
        <source>day of the prices</source>
        <translation>价格日期</translation>
    </message>
    <message>
        <source>language, zh or en</source>
        <translation>语言，zh 或 en</translation>
    </message>
    <message>
        <source>Write at least one field or word</source>
        <translation>请至少写一个字段或文字</translation>
    </message>
    <message>
        <source>There is no field {names}</source>
        <translation>没有字段 {names}</translation>
    </message>
    <message>
        <source>Quotewright</source>
        <translation>方案匠</translation>
    </message>
    <message>
        <source>About a fifth of a second a paper; needs nothing else.</source>
        <translation>每份约五分之一秒，无需其他软件。</translation>
    </message>
    <message>
        <source>LibreOffice</source>
        <translation>LibreOffice</translation>
    </message>
    <message>
        <source>Some seconds a paper. It numbers Chinese clauses its own way; where its words differ, ours takes its place.</source>
        <translation>每份数秒。它对中文条款的编号与 Word 不同；文字不一致时改由本程序生成。</translation>
    </message>
    <message>
        <source>Microsoft Word</source>
        <translation>Microsoft Word</translation>
    </message>
    <message>
        <source>Some seconds a paper, on Windows, while nobody else uses Word. Drafts and papers with a code are always ours.</source>
        <translation>每份数秒，仅限 Windows，期间请勿使用 Word。草稿和带验证码的文件始终由本程序生成。</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>PapersDialog</name>
    <message>
        <source>Papers of {number}</source>
        <translation>{number} 的文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No paper has been written for this quote yet.</source>
        <translation>此报价尚未生成文件。</translation>
    </message>
    <message>
        <source>As they were issued, whatever became of the files. Drag them into another program, or copy and paste them there.</source>
        <translation>所列为当时生成的原件，与文件夹中的文件后来如何无关。可拖到其他程序，或复制后粘贴。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Copy files</source>
        <translation>复制文件</translation>
    </message>
    <message>
        <source>E-mail to customer</source>
        <translation>邮件发给客户</translation>
    </message>
    <message>
        <source>E-mail to approver</source>
        <translation>邮件发给审批人</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>PartDiscountDialog</name>
    <message>
        <source>Only this part, as separate items</source>
        <translation>只优惠此项，拆成单项</translation>
    </message>
    <message>
        <source>The whole bundle</source>
        <translation>整个套餐</translation>
    </message>
</context>
<context>
    <name>PastedDialog</name>
    <message>
        <source>The rows were not pasted</source>
        <translation>未能粘贴</translation>
    </message>
    <message>
        <source>The file was not taken</source>
        <translation>文件未采用</translation>
    </message>
    <message>
        <source>Nothing was changed. Mend the file at these places and read it again.</source>
        <translation>没有任何改动。请按所列位置更正文件后重新读入。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing was changed. Mend the rows in the spreadsheet and paste again.</source>
        <translation>没有任何改动。请在表格中更正后重新粘贴。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>PastedItemsDialog</name>
    <message>
        <source>Add the {count} that are understood</source>
        <translation>添加能识别的 {count} 项</translation>
    </message>
    <message>
        <source>Some rows are not understood</source>
        <translation>有些行无法识别</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>What about it</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>粘贴的行</translation>
    </message>
    <message>
        <source>Nothing was changed yet. What is not understood is left out.</source>
        <translation>尚未做任何更改。无法识别的行不会添加。</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>No product of this name or code</source>
        <translation>没有这个名称或编码的产品</translation>
    </message>
    <message>
        <source>Several products have this name; use a code</source>
        <translation>有多个同名产品，请使用编码</translation>
    </message>
    <message>
        <source>“{text}” is no quantity</source>
        <translation>“{text}”不是数量</translation>
    </message>
    <message>
        <source>“{text}” is no discount</source>
        <translation>“{text}”不是折扣</translation>
    </message>
    <message>
        <source>The customer has no site “{text}”</source>
        <translation>客户没有站点“{text}”</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Time for paying</source>
        <translation>付款账期</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Other than in the standard contract</source>
        <translation>与标准合同不同</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Days from the bill on</source>
        <translation>收到账单后的天数</translation>
    </message>
    <message>
        <source>Printed among the customer&apos;s promises; discount authority may limit it.</source>
        <translation>印在客户承诺中；优惠权限可能限制天数。</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Site and paying account</source>
        <translation>地点和付费账户</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Find a site: name or address</source>
        <translation>查找地点：名称或地址</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>{sites} sites: {more} items are added, with the same quantities</source>
        <translation>{sites} 个地点：将增加 {more} 个项目，数量相同</translation>
    </message>
    <message>
        <source>Ctrl or Shift marks several sites: the items are then at each of them.</source>
        <translation>按住 Ctrl 或 Shift 可选多个地点：每个地点各有一份这些项目。</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>月费</translation>
    </message>
    <message>
        <source>Typical month saves</source>
        <translation>典型月节省</translation>
    </message>
    <message>
        <source>Months in all</source>
        <translation>各月合计</translation>
    </message>
    <message>
        <source>Saved in all</source>
        <translation>合计节省</translation>
    </message>
    <message>
        <source>Best month</source>
        <translation>最低月</translation>
    </message>
    <message>
        <source>Worst month</source>
        <translation>最高月</translation>
    </message>
    <message>
        <source>Dearer months</source>
        <translation>更贵的月份</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>in the quote</source>
        <translation>报价中</translation>
    </message>
    <message>
        <source>not to be offered</source>
        <translation>不宜推荐</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>实际账单</translation>
    </message>
    <message>
        <source>Costs {more} more than a typical month ({today}): only unusual months make it look cheaper.</source>
        <translation>比典型月（{today}）多 {more}：只因异常月份拉高平均，才显得便宜。</translation>
    </message>
    <message>
        <source>Costs {more} more than a typical month ({today}).</source>
        <translation>比典型月（{today}）多 {more}。</translation>
    </message>
    <message>
        <source>Saves {saving} ({percent}) in a typical month of {today}.</source>
        <translation>比典型月 {today} 节省 {saving}（{percent}）。</translation>
    </message>
    <message>
        <source>{name}: costs what is paid today at {units} units a month; typical are {typical}</source>
        <translation>{name}：每月用到 {units} 个计费单位时与现在持平，平常为 {typical}</translation>
    </message>
</context>
<context>
    <name>PlansDialog</name>
    <message>
        <source>Compare plans</source>
        <translation>套餐试算对比</translation>
    </message>
    <message>
        <source>Put into the quote</source>
        <translation>放入报价</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Past months</source>
        <translation>各月</translation>
    </message>
    <message>
        <source>Nothing can be compared: the bills tell no usage, or no other plan holds what is needed.</source>
        <translation>无法对比：账单没有用量，或没有其他套餐包含所需业务。</translation>
    </message>
    <message>
        <source>Each past month is worked out again with what each plan includes and charges.</source>
        <translation>按每个套餐的包含用量和超出资费，把过去各月重新计算一遍。</translation>
    </message>
</context>
<context>
    <name>Portfolio</name>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Typical month</source>
        <translation>典型月</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>下次拜访</translation>
    </message>
    <message>
        <source>has {count} from competitors</source>
        <translation>有 {count} 项竞争对手的业务</translation>
    </message>
    <message>
        <source>Value × risk</source>
        <translation>价值 × 风险</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>{name} 类</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Average bill</source>
        <translation>月均账单</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Together with all larger</source>
        <translation>累计占比</translation>
    </message>
    <message>
        <source>No customer has bills yet.</source>
        <translation>还没有客户有账单。</translation>
    </message>
    <message>
        <source>{few} of {count} customers with bills ({percent}) bring at least 80 % of {total} a month.</source>
        <translation>{count} 位有账单的客户中，{few} 位（{percent}）合计贡献月账单 {total} 的 80% 以上。</translation>
    </message>
</context>
<context>
    <name>PortfolioDialog</name>
    <message>
        <source>Customers by value, risk and revenue</source>
        <translation>客户：价值、风险与收入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Whom to visit</source>
        <translation>先拜访谁</translation>
    </message>
    <message>
        <source>Who brings the revenue</source>
        <translation>谁贡献收入</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>查看内容</translation>
    </message>
    <message>
        <source>Value and risk</source>
        <translation>价值与风险</translation>
    </message>
    <message>
        <source>Revenue of the customers, summed up</source>
        <translation>客户收入累计</translation>
    </message>
    <message>
        <source>Plan a visit</source>
        <translation>安排拜访</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>High value first; at equal value high risk first. Enter shows the customer.</source>
        <translation>价值高的在前；价值相同时风险高的在前。按回车看客户。</translation>
    </message>
    <message>
        <source>{few} customers</source>
        <translation>{few} 位客户</translation>
    </message>
    <message>
        <source>Take the visit back</source>
        <translation>撤销拜访</translation>
    </message>
</context>
<context>
    <name>Position</name>
    <message>
        <source>Competitive position</source>
        <translation>竞争位置</translation>
    </message>
    <message>
        <source>What the customer decides by, how much it matters to him, what we can do about it, and how well those who judge it know us: marks from 1 to 5. The position is the three of them multiplied. It is for us only and stands in the visit briefing.</source>
        <translation>客户凭什么决定、对他有多重要、我方能做到多少、评判的人与我们关系如何，各打 1–5 分，三项相乘就是竞争位置。仅供内部使用，印在拜访提纲里。</translation>
    </message>
    <message>
        <source>Decides by</source>
        <translation>购买关键因素</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>重要性</translation>
    </message>
    <message>
        <source>Our capability</source>
        <translation>我方能力</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Why, what to do</source>
        <translation>理由与对策</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>Paper shown</source>
        <translation>显示的文件</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>文件语言</translation>
    </message>
    <message>
        <source>Close the preview (Ctrl+Shift+P)</source>
        <translation>关闭预览（Ctrl+Shift+P）</translation>
    </message>
    <message>
        <source>Write the paper and save it as…</source>
        <translation>生成此文件并另存为…</translation>
    </message>
    <message>
        <source>Write the paper and copy its files</source>
        <translation>生成此文件并复制</translation>
    </message>
    <message>
        <source>Write the paper and e-mail it to the customer</source>
        <translation>生成此文件并用邮件发给客户</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+wheel)</source>
        <translation>缩小（Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Larger (Ctrl+wheel)</source>
        <translation>放大（Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>页宽</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Fit a whole page</source>
        <translation>适合整页</translation>
    </message>
    <message>
        <source>Find on the pages (Ctrl+F)</source>
        <translation>在页面中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Print… (Ctrl+P)</source>
        <translation>打印…（Ctrl+P）</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>全部页面</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Pages of the paper</source>
        <translation>文件页面</translation>
    </message>
    <message>
        <source>Drawing the paper…</source>
        <translation>正在绘制文件…</translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>List prices of its parts</source>
        <translation>各组成部分标准价</translation>
    </message>
    <message>
        <source>Published bundle price</source>
        <translation>套餐公布价</translation>
    </message>
    <message>
        <source>Taken off by hand</source>
        <translation>手工折扣</translation>
    </message>
    <message>
        <source>Catalogue {version}</source>
        <translation>目录 {version}</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print papers</source>
        <translation>打印文件</translation>
    </message>
    <message>
        <source>Choose printer…</source>
        <translation>选择打印机…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>客户文件的语言</translation>
    </message>
    <message>
        <source>Printed in this order. Papers say that they are drafts until approved.</source>
        <translation>按此顺序打印。审批通过之前，文件上印有“草稿”。</translation>
    </message>
</context>
<context>
    <name>PrintJob</name>
    <message>
        <source>The printer takes nothing</source>
        <translation>打印机没有响应</translation>
    </message>
    <message>
        <source>Look whether it is there and has paper, or choose another one.</source>
        <translation>请检查打印机是否连接、是否有纸，或换一台打印机。</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
</context>
<context>
    <name>ProfileDesk</name>
    <message>
        <source>Move the data folder?</source>
        <translation>移动数据文件夹？</translation>
    </message>
    <message>
        <source>The windows close, everything is copied to {folder}, and the program goes on there. What is here stays; its database is called moved-….db.</source>
        <translation>窗口将关闭，全部数据复制到 {folder}，程序在那里继续。原处的文件保留，其中的数据库改名为 moved-….db。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Who is at work</source>
        <translation>当前使用人</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Author of new quotes, and who submits and decides; it goes into the log.</source>
        <translation>新报价的作者，也是提交人和审批人；会记入日志。</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Level of authority</source>
        <translation>审批级别</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>Profiles</source>
        <translation>用户档案</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Each profile has a data folder of its own: quotes, customers, settings, keys and backups. The account manager on papers is that of the profile.</source>
        <translation>每个档案有自己的数据文件夹：报价、客户、设置、密钥和备份。文件上的客户经理就是该档案的客户经理。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of a person, or of a trial</source>
        <translation>姓名，或试用的名称</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新建档案</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Move the data folder…</source>
        <translation>移动数据文件夹…</translation>
    </message>
    <message>
        <source>For trying things out, with the sample data</source>
        <translation>用于试用，带示例数据</translation>
    </message>
    <message>
        <source>An empty folder for the data</source>
        <translation>存放数据的空文件夹</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{name} (open)</source>
        <translation>{name}（已打开）</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PublishAuthorityDialog</name>
    <message>
        <source>Publish limits and people</source>
        <translation>发布权限与人员</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Why, for those who look later</source>
        <translation>原因，供日后查看</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Name of the edition</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Only until {day}: from then on edition {version} holds.</source>
        <translation>仅到 {day} 为止：此后由版本 {version} 生效。</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Publish the draft</source>
        <translation>发布草稿</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Mend these findings first; nothing can be published.</source>
        <translation>请先解决这些问题，否则不能发布。</translation>
    </message>
    <message>
        <source>There is a version of this name.</source>
        <translation>已有同名版本。</translation>
    </message>
</context>
<context>
    <name>PublishRulesDialog</name>
    <message>
        <source>Publish the rules</source>
        <translation>发布规则</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>{changed} rules are new or changed, {gone} are gone.</source>
        <translation>新增或修改 {changed} 条规则，删除 {gone} 条。</translation>
    </message>
    <message>
        <source>There is a version of this name.</source>
        <translation>已有同名版本。</translation>
    </message>
    <message>
        <source>Mend these findings first; nothing can be published.</source>
        <translation>请先解决这些问题，否则不能发布。</translation>
    </message>
</context>
<context>
    <name>PublishedView</name>
    <message>
        <source>Published editions</source>
        <translation>已发布的版本</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>Nothing published yet</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>The sample that came with the program holds until you publish your own.</source>
        <translation>在您发布自己的权限之前，程序自带的示例有效。</translation>
    </message>
</context>
<context>
    <name>QuestionChoice</name>
    <message>
        <source>no industry</source>
        <translation>不分行业</translation>
    </message>
    <message>
        <source>of the quote and the services</source>
        <translation>报价和现有业务的产品</translation>
    </message>
    <message>
        <source>no product</source>
        <translation>不分产品</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Questions and needs: {customer}</source>
        <translation>提问与需求：{customer}</translation>
    </message>
    <message>
        <source>Many questions about how things are; leave some for the next visit.</source>
        <translation>背景问题已经较多，可以留一些下次再问。</translation>
    </message>
    <message>
        <source>Needs of the quote…</source>
        <translation>本报价的需求…</translation>
    </message>
    <message>
        <source>Competitive position…</source>
        <translation>竞争位置…</translation>
    </message>
    <message>
        <source>Visit briefing…</source>
        <translation>拜访提纲…</translation>
    </message>
    <message>
        <source>Take the last answer back</source>
        <translation>撤回上一个回答</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>问题与回答</translation>
    </message>
    <message>
        <source>Needs, and what may meet them</source>
        <translation>需求与可选方案</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>Background: how things are</source>
        <translation>背景：现在是怎样的</translation>
    </message>
    <message>
        <source>Difficulty: what is hard</source>
        <translation>难点：哪里不方便</translation>
    </message>
    <message>
        <source>Implication: what follows</source>
        <translation>暗示：会带来什么后果</translation>
    </message>
    <message>
        <source>Benefit: what it would be worth</source>
        <translation>示益：解决了有什么好处</translation>
    </message>
    <message>
        <source>Observe and listen; few are enough.</source>
        <translation>观察、倾听；几个就够。</translation>
    </message>
    <message>
        <source>Ask, and let the customer finish.</source>
        <translation>提问，让客户说完。</translation>
    </message>
    <message>
        <source>Hint at what follows; he draws the conclusion.</source>
        <translation>提示后果，结论让客户自己得出。</translation>
    </message>
    <message>
        <source>Stimulate: he says himself what it would be worth.</source>
        <translation>刺激：由客户自己说出价值。</translation>
    </message>
    <message>
        <source>What the customer said</source>
        <translation>客户怎么说</translation>
    </message>
    <message>
        <source>has this need</source>
        <translation>有此需求</translation>
    </message>
    <message>
        <source>Closed question.</source>
        <translation>封闭式。</translation>
    </message>
    <message>
        <source>Open question.</source>
        <translation>开放式。</translation>
    </message>
    <message>
        <source>Go on: {question}</source>
        <translation>延伸：{question}</translation>
    </message>
</context>
<context>
    <name>QuoteDesk</name>
    <message>
        <source>This quote is open in another window</source>
        <translation>这份报价已在另一个窗口中打开</translation>
    </message>
    <message>
        <source>There is no catalogue yet</source>
        <translation>还没有产品目录</translation>
    </message>
    <message>
        <source>Import one before quoting.</source>
        <translation>请先导入产品目录。</translation>
    </message>
    <message>
        <source>Not saved yet, trying again</source>
        <translation>尚未保存，正在重试</translation>
    </message>
</context>
<context>
    <name>QuotedView</name>
    <message>
        <source>The bundle as quoted</source>
        <translation>报价中的套餐</translation>
    </message>
</context>
<context>
    <name>QuotesView</name>
    <message>
        <source>New quote</source>
        <translation>新建报价</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Title, number, customer</source>
        <translation>标题、编号、客户</translation>
    </message>
    <message>
        <source>Opening your data…</source>
        <translation>正在打开数据…</translation>
    </message>
    <message>
        <source>No quotes found</source>
        <translation>没有找到报价</translation>
    </message>
    <message>
        <source>Choose a customer and begin a quote.</source>
        <translation>选择客户，开始报价。</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有符合条件的</translation>
    </message>
    <message>
        <source>Try another word or fewer conditions.</source>
        <translation>换个词，或减少条件。</translation>
    </message>
    <message>
        <source>Show all quotes</source>
        <translation>显示全部报价</translation>
    </message>
    <message>
        <source>Welcome to Quotewright</source>
        <translation>欢迎使用方案匠</translation>
    </message>
    <message>
        <source>There is no catalogue yet. Let the program show itself with the sample data, or set it up with your own.</source>
        <translation>还没有目录。可以用示例数据跟着引导走一遍，也可以直接用自己的数据。</translation>
    </message>
    <message>
        <source>Guided tour, two minutes</source>
        <translation>新手引导，两分钟</translation>
    </message>
    <message>
        <source>Import sample data</source>
        <translation>导入示例数据</translation>
    </message>
    <message>
        <source>Set up with my own data</source>
        <translation>用自己的数据开始</translation>
    </message>
    <message>
        <source>Import catalogue</source>
        <translation>导入产品目录</translation>
    </message>
    <message>
        <source>Approval workbook of {count} quotes…</source>
        <translation>{count} 份报价的审批表…</translation>
    </message>
    <message>
        <source>Read workbook back…</source>
        <translation>读回审批表…</translation>
    </message>
</context>
<context>
    <name>RampDialog</name>
    <message>
        <source>Yearly change</source>
        <translation>逐年调价</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Percent a year, -5 to lower it</source>
        <translation>每满一年调整的百分比（-5 表示下调）</translation>
    </message>
    <message>
        <source>Type a percentage from -99 to 100</source>
        <translation>请输入 -99 至 100 之间的百分比</translation>
    </message>
</context>
<context>
    <name>ReasonCard</name>
    <message>
        <source>Unusual months</source>
        <translation>异常月份</translation>
    </message>
    <message>
        <source>Why the month was unusual</source>
        <translation>异常原因</translation>
    </message>
    <message>
        <source>Why? Printed in the bill analysis</source>
        <translation>原因（会印在账单分析上）</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>特殊月份</translation>
    </message>
    <message>
        <source>It stays out of the typical month</source>
        <translation>不计入典型月</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>属于正常</translation>
    </message>
    <message>
        <source>It goes into the typical month</source>
        <translation>计入典型月</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>尚未说明</translation>
    </message>
    <message>
        <source>Take back what was said of it</source>
        <translation>撤回已写的说明</translation>
    </message>
    <message>
        <source>No component is unusual in any month.</source>
        <translation>各项费用各月均无异常。</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Month and charge</source>
        <translation>月份与费用</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>special</source>
        <translation>特殊</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待说明</translation>
    </message>
    <message>
        <source>usually {median}</source>
        <translation>平常 {median}</translation>
    </message>
    <message>
        <source>Red: {name} fell from {before} to {latest}, {drop}</source>
        <translation>红色预警：{name}由 {before} 降至 {latest}，下降 {drop}</translation>
    </message>
    <message>
        <source>Yellow: {name} fell from {before} to {latest}, {drop}</source>
        <translation>黄色预警：{name}由 {before} 降至 {latest}，下降 {drop}</translation>
    </message>
    <message>
        <source>the total</source>
        <translation>总费用</translation>
    </message>
    <message>
        <source>{name} is to be cancelled: {count} lines hang together with it</source>
        <translation>{name}将拆机，另有 {count} 条线路与它相关</translation>
    </message>
    <message>
        <source>{name} fell: {count} lines hang together with it</source>
        <translation>{name}费用下降，另有 {count} 条线路与它相关</translation>
    </message>
    <message>
        <source>{amount} a month is at stake: {names}</source>
        <translation>每月 {amount} 有流失风险：{names}</translation>
    </message>
</context>
<context>
    <name>ReceivedDesk</name>
    <message>
        <source>Decision file…</source>
        <translation>决定文件…</translation>
    </message>
</context>
<context>
    <name>ReducedDialog</name>
    <message>
        <source>Reduced months</source>
        <translation>优惠月份</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>From month</source>
        <translation>起始月</translation>
    </message>
    <message>
        <source>To month, included</source>
        <translation>结束月（含）</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>优惠百分比</translation>
    </message>
    <message>
        <source>The last month lies before the first</source>
        <translation>结束月早于起始月</translation>
    </message>
    <message>
        <source>Use free months for months that cost nothing</source>
        <translation>完全免收的月份请用“免费月份”</translation>
    </message>
</context>
<context>
    <name>RegressionView</name>
    <message>
        <source>Trying the open quotes…</source>
        <translation>正在试算未结束的报价…</translation>
    </message>
    <message>
        <source>Quotes that change</source>
        <translation>有变化的报价</translation>
    </message>
    <message>
        <source>There is no open quote.</source>
        <translation>没有未结束的报价。</translation>
    </message>
    <message>
        <source>Of {quotes} open quotes, {changed} would change when repriced.</source>
        <translation>{quotes} 份未结束的报价中，重新计价后 {changed} 份有变化。</translation>
    </message>
    <message>
        <source>In {count} of them only the split over charges does, not the sum.</source>
        <translation>其中 {count} 份只是各资费项的分摊有变化，总额不变。</translation>
    </message>
    <message>
        <source>Not priced: {numbers}.</source>
        <translation>未能计价：{numbers}。</translation>
    </message>
</context>
<context>
    <name>RelationEditor</name>
    <message>
        <source>A customer needs any one of these.</source>
        <translation>客户须有其中任一项。</translation>
    </message>
    <message>
        <source>None of these may stand beside it in a quote.</source>
        <translation>同一报价中不可与这些同时出现。</translation>
    </message>
    <message>
        <source>These take its place, the best first.</source>
        <translation>停售后由这些接替，最合适的在前。</translation>
    </message>
    <message>
        <source>Name, code or pinyin initials</source>
        <translation>名称、编码或拼音首字母</translation>
    </message>
</context>
<context>
    <name>ReplacedDialog</name>
    <message>
        <source>What the offer replaces</source>
        <translation>方案替换了什么</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The offer can be compared with past bills</source>
        <translation>方案可以和过去的账单比较</translation>
    </message>
    <message>
        <source>Of our bills</source>
        <translation>我方账单中</translation>
    </message>
    <message>
        <source>Of what competitors are paid</source>
        <translation>付给竞争对手的费用中</translation>
    </message>
    <message>
        <source>Items that replace it; the others are new value</source>
        <translation>由哪些报价项替换；其余为新增价值</translation>
    </message>
    <message>
        <source>{name}: {amount} a month</source>
        <translation>{name}：{amount}/月</translation>
    </message>
    <message>
        <source>{operator} {product}: {amount} a month</source>
        <translation>{operator} {product}：{amount}/月</translation>
    </message>
    <message>
        <source>{operator} {product}: enter what is paid in the customer&apos;s file</source>
        <translation>{operator} {product}：请先在客户资料里填写月费</translation>
    </message>
    <message>
        <source>Another amount: {amount} a month</source>
        <translation>其他金额：{amount}/月</translation>
    </message>
    <message>
        <source>Competitors are paid {amount} a month that the offer replaces.</source>
        <translation>方案替换付给竞争对手的费用 {amount}/月。</translation>
    </message>
    <message>
        <source>Tick what is replaced, and at least one item that does.</source>
        <translation>请勾选被替换的费用和至少一个替换它的报价项。</translation>
    </message>
</context>
<context>
    <name>RepriceDialog</name>
    <message>
        <source>Reprice on version {version}</source>
        <translation>按版本 {version} 重新计价</translation>
    </message>
    <message>
        <source>Reprice</source>
        <translation>重新计价</translation>
    </message>
    <message>
        <source>The quote is on version {version} and stays on it unless you agree.</source>
        <translation>本报价使用版本 {version}，经您确认才会更换。</translation>
    </message>
    <message>
        <source>Charges that change</source>
        <translation>有变化的资费</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>月租</translation>
    </message>
    <message>
        <source>One-time</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>Contract total</source>
        <translation>合同总额</translation>
    </message>
    <message>
        <source>Nothing changes: every charge costs the same.</source>
        <translation>没有变化：各项资费金额相同。</translation>
    </message>
    <message>
        <source>{changed} charges change, {unchanged} stay as they are.</source>
        <translation>{changed} 项资费有变化，{unchanged} 项不变。</translation>
    </message>
    <message>
        <source>New findings: {count}.</source>
        <translation>新问题 {count} 个。</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>There is no backup that can be opened. Begin with empty data: the damaged file is kept in the data folder, and whoever helps you may save what is in it.</source>
        <translation>没有可以打开的备份。可以从空数据开始：损坏的文件会保留在数据文件夹中，技术支持人员或许能找回其中的内容。</translation>
    </message>
    <message>
        <source>Begin with empty data</source>
        <translation>从空数据开始</translation>
    </message>
    <message>
        <source>The latest backup that is whole was made on {day}. What was edited after it is not in it. The damaged data are kept beside it.</source>
        <translation>最近一个完好的备份是{day}的，之后的修改不在其中。损坏的数据会保留在旁边。</translation>
    </message>
    <message>
        <source>Restore the backup of {day}</source>
        <translation>恢复{day}的备份</translation>
    </message>
    <message>
        <source>Your data cannot be opened</source>
        <translation>数据无法打开</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The backup of {day} was restored. Look at what you did after it; the damaged data are kept as {file}.</source>
        <translation>已恢复{day}的备份。请核对此后做过的修改；损坏的数据保留为 {file}。</translation>
    </message>
    <message>
        <source>The damaged data are kept as {file}.</source>
        <translation>损坏的数据保留为 {file}。</translation>
    </message>
    <message>
        <source>Open without that file</source>
        <translation>不用该文件打开</translation>
    </message>
    <message>
        <source>Your data were not touched; nothing is lost.</source>
        <translation>您的数据没有改动，也没有丢失。</translation>
    </message>
    <message>
        <source>There is no backup of today.</source>
        <translation>今天的备份没有做成。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says {now}, but you last edited a quote on {newest}. Prices, offers and approvals go by the date: set the clock right, then start again. Nothing is lost.</source>
        <translation>这台电脑的时钟是 {now}，而您上次修改报价是在 {newest}。价格、报价有效期和审批都以日期为准：请校准时钟后重新打开程序。数据没有丢失。</translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>Quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Altered cells</source>
        <translation>改动的单元格</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>ReturnedDialog</name>
    <message>
        <source>Approval workbook {name}</source>
        <translation>审批表 {name}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Nobody signed this file. A refusal counts; a consent is noted in the log and lets nothing pass beyond what the policy grants to unsigned decisions.</source>
        <translation>这份文件没有签名。退回和驳回有效；同意只登记在日志中，除政策允许的限额以外不放行。</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>审批结论</translation>
    </message>
    <message>
        <source>{count} cells are not as they were written:</source>
        <translation>{count} 个单元格与写出时不同：</translation>
    </message>
    <message>
        <source>No cell was altered but what is to be filled in.</source>
        <translation>除应填写的内容外，没有单元格被改动。</translation>
    </message>
    <message>
        <source>Altered cells</source>
        <translation>改动的单元格</translation>
    </message>
</context>
<context>
    <name>Revised</name>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Revision {label}</source>
        <translation>版本 {label}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>变更</translation>
    </message>
</context>
<context>
    <name>RevisionDesk</name>
    <message>
        <source>There is no earlier revision yet.</source>
        <translation>还没有早先的版本。</translation>
    </message>
    <message>
        <source>A revision is kept when the quote is submitted.</source>
        <translation>提交审批时会保存一个版本。</translation>
    </message>
</context>
<context>
    <name>RevisionPanel</name>
    <message>
        <source>Differences in sentences</source>
        <translation>逐句说明差异</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Differences as</source>
        <translation>差异的显示方式</translation>
    </message>
    <message>
        <source>Back to the items (Esc)</source>
        <translation>返回报价项 (Esc)</translation>
    </message>
    <message>
        <source>Compared with revision</source>
        <translation>对比版本</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Earlier revision</source>
        <translation>早先版本</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Edit table…</source>
        <translation>编辑表格…</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name (Chinese)</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>可选值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>To</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>One row for each characteristic. Values are written as “fibre = 光纤 / Fibre; copper”; numbers have a range and a step.</source>
        <translation>每个属性一行。可选值写成“fibre = 光纤 / Fibre; copper”；数字填写范围与步长。</translation>
    </message>
    <message>
        <source>Characteristics of {offering}</source>
        <translation>{offering}的属性</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是否</translation>
    </message>
    <message>
        <source>Unit price ¥</source>
        <translation>单价 ¥</translation>
    </message>
    <message>
        <source>Months from</source>
        <translation>最短月数</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>An empty condition means any. Once there is a row, the charge has only these prices: keep a row without conditions for everybody else. Prices by quantity are tiers of a rule.</source>
        <translation>条件留空表示不限。一旦有行，该资费只按这些价格计价：请为其余情况保留一行无条件的价格。按数量分档的价格写在规则的阶梯里。</translation>
    </message>
    <message>
        <source>Prices of {charge} under conditions</source>
        <translation>{charge}的条件价</translation>
    </message>
</context>
<context>
    <name>RowsDialog</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>粘贴行</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>删除行</translation>
    </message>
</context>
<context>
    <name>RuleBar</name>
    <message>
        <source>Among promotions</source>
        <translation>促销取舍</translation>
    </message>
    <message>
        <source>Which promotions win where not all may stand together</source>
        <translation>多个促销不能并用时，采用哪一个</translation>
    </message>
    <message>
        <source>Best for the customer</source>
        <translation>对客户最优</translation>
    </message>
    <message>
        <source>Best for the margin</source>
        <translation>对毛利最优</translation>
    </message>
    <message>
        <source>By priority</source>
        <translation>按优先级</translation>
    </message>
    <message>
        <source>Read rules from a file</source>
        <translation>从文件读入规则</translation>
    </message>
    <message>
        <source>Write rules to a file</source>
        <translation>将规则写入文件</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Publish rules…</source>
        <translation>发布规则…</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>{count} rules · version {version}</source>
        <translation>{count} 条规则 · 版本 {version}</translation>
    </message>
    <message>
        <source>{count} rules · of version {version} · {edits} edits</source>
        <translation>{count} 条规则 · 基于版本 {version} · {edits} 处修改</translation>
    </message>
</context>
<context>
    <name>RuleDeeds</name>
    <message>
        <source>{percent} off</source>
        <translation>优惠{percent}</translation>
    </message>
    <message>
        <source>¥{amount} off the whole quote</source>
        <translation>整单减{amount}元</translation>
    </message>
    <message>
        <source>¥{amount} off the charge</source>
        <translation>立减{amount}元</translation>
    </message>
    <message>
        <source>¥{amount} off each unit</source>
        <translation>每单位减{amount}元</translation>
    </message>
    <message>
        <source>¥{price} a unit where that is lower</source>
        <translation>单价{price}元（更低时）</translation>
    </message>
    <message>
        <source>the agreed price is ¥{price} a unit</source>
        <translation>协议单价{price}元</translation>
    </message>
    <message>
        <source>from {months} months {percent} off</source>
        <translation>{months}个月起优惠{percent}</translation>
    </message>
    <message>
        <source>{percent} of what {others} come to</source>
        <translation>按{others}合计的{percent}计费</translation>
    </message>
    <message>
        <source>all other charges</source>
        <translation>其他全部资费</translation>
    </message>
    <message>
        <source>by {characteristic}: {values}</source>
        <translation>按特性 {characteristic}：{values}</translation>
    </message>
    <message>
        <source>by quantity: {tiers}</source>
        <translation>按数量：{tiers}</translation>
    </message>
    <message>
        <source>by quantity, each unit in its tier: {tiers}</source>
        <translation>按数量分段累进：{tiers}</translation>
    </message>
    <message>
        <source>by quantity counted together: {tiers}</source>
        <translation>合并计量：{tiers}</translation>
    </message>
    <message>
        <source>¥{amount} a month</source>
        <translation>每月{amount}元</translation>
    </message>
    <message>
        <source>{units} units included</source>
        <translation>含{units}个单位</translation>
    </message>
    <message>
        <source>¥{price} a unit beyond</source>
        <translation>超出每单位{price}元</translation>
    </message>
    <message>
        <source>at least ¥{amount} a month</source>
        <translation>每月保底{amount}元</translation>
    </message>
    <message>
        <source>at most ¥{amount} a month</source>
        <translation>每月封顶{amount}元</translation>
    </message>
    <message>
        <source>usage at the list price</source>
        <translation>用量按标准价计费</translation>
    </message>
    <message>
        <source>from {count}</source>
        <translation>{count}起</translation>
    </message>
    <message>
        <source>¥{price} each</source>
        <translation>每个{price}元</translation>
    </message>
    <message>
        <source>¥{price} together</source>
        <translation>共{price}元</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>RuleDesk</name>
    <message>
        <source>Its {count} edits are lost; the rules in force stay.</source>
        <translation>其中 {count} 处修改将丢失，现行规则不变。</translation>
    </message>
    <message>
        <source>Discard the draft of the rules?</source>
        <translation>放弃规则草稿？</translation>
    </message>
    <message>
        <source>Rules {version} are in force; quotes keep the rules they have</source>
        <translation>规则 {version} 已生效；已有报价仍用原来的规则</translation>
    </message>
    <message>
        <source>{count} rules written to {file}; comments are not kept</source>
        <translation>{count} 条规则已写入 {file}；注释不保留</translation>
    </message>
    <message>
        <source>{count} rules taken from {file} into the draft</source>
        <translation>已从 {file} 读入 {count} 条规则到草稿</translation>
    </message>
    <message>
        <source>The file says what the rules say</source>
        <translation>文件与当前规则相同</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Row {row}: {text}</source>
        <translation>第 {row} 行：{text}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>% off</source>
        <translation>优惠 %</translation>
    </message>
    <message>
        <source>¥ a unit</source>
        <translation>单价（元）</translation>
    </message>
    <message>
        <source>¥ in all</source>
        <translation>总价（元）</translation>
    </message>
    <message>
        <source>Months from</source>
        <translation>起始月数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>± ¥ a unit</source>
        <translation>± 元/单位</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>To</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>One of</source>
        <translation>取值之一</translation>
    </message>
    <message>
        <source>± %</source>
        <translation>± %</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>数量阶梯</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>合约期阶梯</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>各取值的调整</translation>
    </message>
    <message>
        <source>Facts of the customer</source>
        <translation>客户条件</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>the amount so far</source>
        <translation>前一步金额</translation>
    </message>
    <message>
        <source>the list price</source>
        <translation>标准价</translation>
    </message>
    <message>
        <source>only what is not reduced</source>
        <translation>仅限未优惠的资费</translation>
    </message>
    <message>
        <source>single charges</source>
        <translation>单项资费</translation>
    </message>
    <message>
        <source>the whole quote</source>
        <translation>整单</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name (Chinese)</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Months at least</source>
        <translation>合约期至少（月）</translation>
    </message>
    <message>
        <source>Units at least</source>
        <translation>数量至少</translation>
    </message>
    <message>
        <source>Promotion codes</source>
        <translation>优惠码</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Sum at least ¥</source>
        <translation>合计至少（元）</translation>
    </message>
    <message>
        <source>Items at least</source>
        <translation>项目至少（个）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比（%）</translation>
    </message>
    <message>
        <source>¥ off each unit</source>
        <translation>每单位减（元）</translation>
    </message>
    <message>
        <source>¥ off</source>
        <translation>减免（元）</translation>
    </message>
    <message>
        <source>Each unit in its tier</source>
        <translation>分段累进</translation>
    </message>
    <message>
        <source>Counted together</source>
        <translation>合并计量</translation>
    </message>
    <message>
        <source>Percentages add up</source>
        <translation>百分比相加</translation>
    </message>
    <message>
        <source>Characteristic</source>
        <translation>特性</translation>
    </message>
    <message>
        <source>¥ a unit beyond</source>
        <translation>超出单价（元）</translation>
    </message>
    <message>
        <source>Units included</source>
        <translation>包含用量</translation>
    </message>
    <message>
        <source>Fixed ¥ a month</source>
        <translation>月固定费（元）</translation>
    </message>
    <message>
        <source>Least ¥ a month</source>
        <translation>月保底（元）</translation>
    </message>
    <message>
        <source>Most ¥ a month</source>
        <translation>月封顶（元）</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>作为促销</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>作用于</translation>
    </message>
    <message>
        <source>Billed by</source>
        <translation>计费周期</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>互斥组</translation>
    </message>
    <message>
        <source>Stands alone</source>
        <translation>独占</translation>
    </message>
    <message>
        <source>Stands beside groups</source>
        <translation>可并用的组</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>计算基数</translation>
    </message>
    <message>
        <source>Most ¥ a charge</source>
        <translation>每项每期封顶（元）</translation>
    </message>
    <message>
        <source>Most ¥ a quote</source>
        <translation>每单封顶（元）</translation>
    </message>
    <message>
        <source>Most ¥ a customer</source>
        <translation>每客户封顶（元）</translation>
    </message>
    <message>
        <source>Budget ¥</source>
        <translation>活动总预算（元）</translation>
    </message>
    <message>
        <source>Published price</source>
        <translation>公布价</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>规则说明</translation>
    </message>
    <message>
        <source>What it takes off</source>
        <translation>优惠内容</translation>
    </message>
    <message>
        <source>What it touches</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>When it holds</source>
        <translation>适用条件</translation>
    </message>
    <message>
        <source>Beside other rules</source>
        <translation>与其他规则的关系</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>RuleKinds</name>
    <message>
        <source>Percent off</source>
        <translation>百分比优惠</translation>
    </message>
    <message>
        <source>Promotional price</source>
        <translation>活动价</translation>
    </message>
    <message>
        <source>Amount off each unit</source>
        <translation>每单位立减</translation>
    </message>
    <message>
        <source>Amount off the charge</source>
        <translation>单项立减</translation>
    </message>
    <message>
        <source>Amount off the whole quote</source>
        <translation>整单立减</translation>
    </message>
    <message>
        <source>Price by quantity</source>
        <translation>数量阶梯价</translation>
    </message>
    <message>
        <source>Discount by term</source>
        <translation>合约期优惠</translation>
    </message>
    <message>
        <source>Agreed price</source>
        <translation>协议价</translation>
    </message>
    <message>
        <source>Percent of other charges</source>
        <translation>按其他资费的百分比</translation>
    </message>
    <message>
        <source>By characteristic</source>
        <translation>按特性调价</translation>
    </message>
    <message>
        <source>Usage plan</source>
        <translation>用量方案</translation>
    </message>
</context>
<context>
    <name>RuleLintList</name>
    <message>
        <source>No rule contradicts another, and no price falls below its limits.</source>
        <translation>规则之间没有矛盾，价格也没有低于底线。</translation>
    </message>
    <message>
        <source>Findings about the rules</source>
        <translation>规则检查结果</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Mend these first; what the rules do together is looked at afterwards.</source>
        <translation>请先改正以下错误，之后再检查规则之间的关系。</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>Forbids publishing.</source>
        <translation>不能发布。</translation>
    </message>
    <message>
        <source>For example {items}, {segment}, term {months}, {day}: ¥{amount}</source>
        <translation>例：{items}，客户群 {segment}，合约期 {months} 个月，{day}：{amount} 元</translation>
    </message>
</context>
<context>
    <name>RuleScope</name>
    <message>
        <source>Offerings</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>资费项</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>产品类别</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>资费类型</translation>
    </message>
    <message>
        <source>Price set by</source>
        <translation>定价方式</translation>
    </message>
    <message>
        <source>Name or number; every customer when none is picked</source>
        <translation>名称或编号；不选即全部客户</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>客户群</translation>
    </message>
    <message>
        <source>Of offerings</source>
        <translation>基数商品</translation>
    </message>
    <message>
        <source>Of charges</source>
        <translation>基数资费项</translation>
    </message>
    <message>
        <source>Of families</source>
        <translation>基数类别</translation>
    </message>
    <message>
        <source>Search; all when none is picked</source>
        <translation>搜索添加；不选即全部</translation>
    </message>
</context>
<context>
    <name>RuleTools</name>
    <message>
        <source>Add rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Duplicate rule</source>
        <translation>复制规则</translation>
    </message>
    <message>
        <source>Apply earlier</source>
        <translation>提前应用</translation>
    </message>
    <message>
        <source>Apply later</source>
        <translation>推后应用</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>删除规则</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>For {scope}</source>
        <translation>凡{scope}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>every charge</source>
        <translation>全部资费</translation>
    </message>
    <message>
        <source>{scope} charges</source>
        <translation>{scope}费用</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>{first}至{last}</translation>
    </message>
    <message>
        <source>from {first} on</source>
        <translation>{first}起</translation>
    </message>
    <message>
        <source>until {last}</source>
        <translation>至{last}止</translation>
    </message>
    <message>
        <source>for {names}</source>
        <translation>限 {names}</translation>
    </message>
    <message>
        <source>agreed with {names}</source>
        <translation>与{names}约定</translation>
    </message>
    <message>
        <source>with a commitment of {months} months or more</source>
        <translation>合约期满{months}个月</translation>
    </message>
    <message>
        <source>from {count} units on</source>
        <translation>数量满{count}</translation>
    </message>
    <message>
        <source>with the code {codes}</source>
        <translation>凭优惠码{codes}</translation>
    </message>
    <message>
        <source>when they come to ¥{amount} or more</source>
        <translation>合计满{amount}元</translation>
    </message>
    <message>
        <source>when there are {count} items or more</source>
        <translation>项目满{count}个</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>不低于{value}</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>不高于{value}</translation>
    </message>
    <message>
        <source>one of {words}</source>
        <translation>为{words}</translation>
    </message>
    <message>
        <source>measured on the list price</source>
        <translation>按标准价计算</translation>
    </message>
    <message>
        <source>only where nothing else was taken off</source>
        <translation>仅限未享受其他优惠的资费</translation>
    </message>
    <message>
        <source>at most ¥{amount} a charge and period</source>
        <translation>每项每期最多{amount}元</translation>
    </message>
    <message>
        <source>at most ¥{amount} a quote</source>
        <translation>每单最多{amount}元</translation>
    </message>
    <message>
        <source>at most ¥{amount} a customer</source>
        <translation>每客户最多{amount}元</translation>
    </message>
    <message>
        <source>at most ¥{amount} in all</source>
        <translation>总计最多{amount}元</translation>
    </message>
    <message>
        <source>beside no other promotion</source>
        <translation>不与其他促销并用</translation>
    </message>
    <message>
        <source>one of the group {group}</source>
        <translation>{group}组内择一</translation>
    </message>
    <message>
        <source>counting against authority</source>
        <translation>占用审批权限</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and others ({count} in all)</source>
        <translation>{names}等{count}项</translation>
    </message>
</context>
<context>
    <name>RulesTab</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Test bench</source>
        <translation>试算台</translation>
    </message>
    <message>
        <source>Beside the rule</source>
        <translation>规则旁的内容</translation>
    </message>
    <message>
        <source>No rule chosen</source>
        <translation>未选规则</translation>
    </message>
    <message>
        <source>Choose a rule of the list, or add one.</source>
        <translation>从列表中选择一条规则，或新建一条。</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Write rules to a file</source>
        <translation>将规则写入文件</translation>
    </message>
    <message>
        <source>Read rules from a file</source>
        <translation>从文件读入规则</translation>
    </message>
    <message>
        <source>Rule files (*.toml)</source>
        <translation>规则文件 (*.toml)</translation>
    </message>
</context>
<context>
    <name>SalesDesk</name>
    <message>
        <source>The sales library is stored</source>
        <translation>销售资料库已保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The sales library is as it was</source>
        <translation>销售资料库已恢复原样</translation>
    </message>
    <message>
        <source>The sales library was changed since; nothing is taken back</source>
        <translation>销售资料库之后又改过，没有撤销</translation>
    </message>
    <message>
        <source>Choose a customer first</source>
        <translation>请先选择客户</translation>
    </message>
    <message>
        <source>The visit is recorded</source>
        <translation>拜访已记录</translation>
    </message>
    <message>
        <source>What the visit brought is taken back</source>
        <translation>拜访记录已撤销</translation>
    </message>
    <message>
        <source>The customer was edited since; nothing is taken back</source>
        <translation>客户之后又改过，没有撤销</translation>
    </message>
    <message>
        <source>Leaflets of the quote</source>
        <translation>报价的产品单页</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word (*.docx)</translation>
    </message>
    <message>
        <source>Leaflets are written: {count} pages</source>
        <translation>产品单页已写好：{count} 页</translation>
    </message>
    <message>
        <source>The catalogue says nothing of what is quoted</source>
        <translation>目录里没有所报业务的介绍</translation>
    </message>
    <message>
        <source>Anonymous needs and competitors</source>
        <translation>匿名需求与竞争情况</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>{file} is written; nobody can be recognised in it</source>
        <translation>{file} 已写好，其中认不出任何客户</translation>
    </message>
</context>
<context>
    <name>SamplePages</name>
    <message>
        <source>Pages with the sample customer</source>
        <translation>示例客户试填的页面</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
</context>
<context>
    <name>SavedNews</name>
    <message>
        <source>Saved automatically</source>
        <translation>已自动保存</translation>
    </message>
    <message>
        <source>Not saved yet, trying again</source>
        <translation>尚未保存，正在重试</translation>
    </message>
</context>
<context>
    <name>Savings</name>
    <message>
        <source>Typical month</source>
        <translation>典型月</translation>
    </message>
    <message>
        <source>Plain average</source>
        <translation>算术平均</translation>
    </message>
    <message>
        <source>Fluctuation</source>
        <translation>波动</translation>
    </message>
    <message>
        <source>Over {term} months</source>
        <translation>{term} 个月共节省</translation>
    </message>
    <message>
        <source>Today, like for like</source>
        <translation>现在（同口径）</translation>
    </message>
    <message>
        <source>Offered instead</source>
        <translation>本方案</translation>
    </message>
    <message>
        <source>Saving a month</source>
        <translation>每月节省</translation>
    </message>
    <message>
        <source>Against the average</source>
        <translation>比月均节省</translation>
    </message>
    <message>
        <source>New services a month</source>
        <translation>新增业务每月</translation>
    </message>
    <message>
        <source>of it to competitors</source>
        <translation>其中付给竞争对手</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>实际账单</translation>
    </message>
    <message>
        <source>With the offer</source>
        <translation>按本方案</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Smallest to largest</source>
        <translation>最低至最高</translation>
    </message>
    <message>
        <source>Falling: {name}</source>
        <translation>下降：{name}</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>SavingsCard</name>
    <message>
        <source>Bills and saving</source>
        <translation>账单与节省</translation>
    </message>
    <message>
        <source>Bills by month</source>
        <translation>各月账单</translation>
    </message>
    <message>
        <source>Past months with the offer</source>
        <translation>按本方案回放各月</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>With the offer</source>
        <translation>按本方案</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>费用分析</translation>
    </message>
    <message>
        <source>Compare plans</source>
        <translation>套餐试算对比</translation>
    </message>
    <message>
        <source>What it replaces</source>
        <translation>替换了什么</translation>
    </message>
</context>
<context>
    <name>ScenarioBoard</name>
    <message>
        <source>Scenarios</source>
        <translation>谈判情景</translation>
    </message>
    <message>
        <source>No scenarios yet</source>
        <translation>还没有谈判情景</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Makes it the content of the quote; Ctrl+Z takes it back</source>
        <translation>把它变成报价的内容；Ctrl+Z 可撤销</translation>
    </message>
    <message>
        <source>Take over the present</source>
        <translation>更新为当前状态</translation>
    </message>
    <message>
        <source>The scenario becomes what the quote is now</source>
        <translation>把这个情景改成报价现在的样子</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep the present state…</source>
        <translation>保存当前状态…</translation>
    </message>
    <message>
        <source>Ideal, realistic, fallback</source>
        <translation>理想、现实、底线</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Each column is priced as if it were the quote. Type months, a discount or free months into a column; differences are from the first one.</source>
        <translation>每一列都按它就是本报价来计价。可直接在列里输入合约期、整单优惠或免费月数；差额均与第一列相比。</translation>
    </message>
    <message>
        <source>What might be conceded on the same items, prepared before the visit: discounts, commitment, free months. Ideal takes nothing off, realistic is the quote as it is, and the fallback goes as far as you may alone.</source>
        <translation>拜访之前先想好：同样的产品，折扣、合约期、免费月份最多可以让到哪里。“理想”不让利，“现实”就是当前报价，“底线”用足本人权限。</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Ideal</source>
        <translation>理想</translation>
    </message>
    <message>
        <source>Realistic</source>
        <translation>现实</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>底线</translation>
    </message>
    <message>
        <source>Scenario {number}</source>
        <translation>情景 {number}</translation>
    </message>
    <message>
        <source>Keep the present state</source>
        <translation>保存当前状态</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>情景名称</translation>
    </message>
    <message>
        <source>Rename the scenario</source>
        <translation>情景改名</translation>
    </message>
</context>
<context>
    <name>ScenarioDialog</name>
    <message>
        <source>Scenarios and options</source>
        <translation>方案情景与备选方案</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>谈判情景</translation>
    </message>
    <message>
        <source>Options A, B, C</source>
        <translation>备选方案 A、B、C</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Internal: no paper for the customer shows any of this.</source>
        <translation>仅供内部使用：任何给客户的文件都不会出现这些内容。</translation>
    </message>
</context>
<context>
    <name>Scorecard</name>
    <message>
        <source>score {points}</source>
        <translation>评分 {points}</translation>
    </message>
    <message>
        <source>Scorecard: {points} of 100</source>
        <translation>评分卡：{points} 分（满分 100）</translation>
    </message>
    <message>
        <source>{points} of {most}</source>
        <translation>{points} / {most}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Nothing has “{text}”; these are similar</source>
        <translation>没有“{text}”，以下内容相近</translation>
    </message>
    <message>
        <source>Used lately</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>The best {count}; type more to see fewer</source>
        <translation>最匹配的 {count} 项；多输入几个字可缩小范围</translation>
    </message>
    <message>
        <source>from {months} months</source>
        <translation>{months} 个月起</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>没有找到“{text}”</translation>
    </message>
    <message>
        <source>Getting the catalogue ready for searching</source>
        <translation>正在准备目录搜索</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Account manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Quotes and papers</source>
        <translation>报价与文件</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>As in the catalogue</source>
        <translation>与目录一致</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Ten thousand yuan</source>
        <translation>万元</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>The number has your staff number: type it first</source>
        <translation>编号中有工号，请先填写工号</translation>
    </message>
    <message>
        <source>The pattern has a field that is not known</source>
        <translation>格式中有无法识别的字段</translation>
    </message>
    <message>
        <source>A quote number needs {seq}, or {seq:4}</source>
        <translation>报价编号必须有 {seq}，或 {seq:4}</translation>
    </message>
    <message>
        <source>Numbers would come again: {month} needs {year}, and {day} needs {month}</source>
        <translation>编号会重复：有 {month} 必须有 {year}，有 {day} 必须有 {month}</translation>
    </message>
    <message>
        <source>The number cannot be the name of a folder</source>
        <translation>编号不能用作文件夹名</translation>
    </message>
    <message>
        <source>The pattern is too long</source>
        <translation>格式太长</translation>
    </message>
    <message>
        <source>A contract number needs {number} and {revision}</source>
        <translation>合同编号必须有 {number} 和 {revision}</translation>
    </message>
    <message>
        <source>Example: {name}</source>
        <translation>示例：{name}</translation>
    </message>
    <message>
        <source>; two computers may give the same number</source>
        <translation>；两台电脑可能给出相同编号</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建议书</translation>
    </message>
    <message>
        <source>Sample Kindergarten</source>
        <translation>示例幼儿园</translation>
    </message>
    <message>
        <source>Phone and broadband</source>
        <translation>电话与宽带</translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message>
        <source>Settings kept</source>
        <translation>设置已保存</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Group of settings</source>
        <translation>设置分组</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>This quote was changed by another program</source>
        <translation>这份报价已被别的程序修改</translation>
    </message>
    <message>
        <source>Your last edits are not stored. Store your state as the newest one, and undo leads back to the other; or take over what is stored, and your last edits are lost.</source>
        <translation>您最后的修改尚未保存。可以把您的内容保存为最新的一步，撤销即可回到对方的内容；也可以采用已保存的内容，您最后的修改将丢失。</translation>
    </message>
    <message>
        <source>Store mine</source>
        <translation>保存我的</translation>
    </message>
    <message>
        <source>Take the stored one</source>
        <translation>采用已保存的</translation>
    </message>
</context>
<context>
    <name>SetupDialog</name>
    <message>
        <source>Set up with my own data</source>
        <translation>用自己的数据开始</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Enter leads to a part. What is left open is told on papers by a sample name.</source>
        <translation>按回车前往。未完成的部分，文件上会出现示例名称。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>as it comes with the program</source>
        <translation>使用程序自带的</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>产品目录</translation>
    </message>
    <message>
        <source>Import the price list; tax classes come with it</source>
        <translation>导入价目表，税率类别随之带入</translation>
    </message>
    <message>
        <source>Rules of prices</source>
        <translation>价格规则</translation>
    </message>
    <message>
        <source>Discounts, promotions and tiers; edited and published in the catalogue</source>
        <translation>折扣、促销和阶梯价，在目录页编辑并发布</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Import tables of customers; their bills come after</source>
        <translation>导入客户表，再导入各自的账单</translation>
    </message>
    <message>
        <source>Company on papers</source>
        <translation>文件上的公司资料</translation>
    </message>
    <message>
        <source>Name, address, bank and hotline of the supplier</source>
        <translation>乙方的名称、地址、开户银行和热线</translation>
    </message>
    <message>
        <source>Account manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Your name, telephone and level of authority</source>
        <translation>您的姓名、电话和审批级别</translation>
    </message>
    <message>
        <source>Limits and people</source>
        <translation>权限与人员</translation>
    </message>
    <message>
        <source>Who may grant what, and who decides above</source>
        <translation>谁能批多少，超出时由谁决定</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Word templates of proposal, contract and order form</source>
        <translation>建议书、合同和业务受理单的 Word 模板</translation>
    </message>
</context>
<context>
    <name>SeveralMenu</name>
    <message>
        <source>Make firm</source>
        <translation>改为必选</translation>
    </message>
    <message>
        <source>Make optional</source>
        <translation>改为可选</translation>
    </message>
    <message>
        <source>Option A, B, C</source>
        <translation>备选方案</translation>
    </message>
    <message>
        <source>Site and paying account…</source>
        <translation>地点和付费账户…</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>New section…</source>
        <translation>新建分组…</translation>
    </message>
    <message>
        <source>Paid by account</source>
        <translation>付费账户</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>通常账户</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>全部站点</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Steps of the price</source>
        <translation>价格构成</translation>
    </message>
    <message>
        <source>Choose an item to see its price explained</source>
        <translation>选择一项，查看价格构成</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>为何是这个价</translation>
    </message>
    <message>
        <source>Reasons and findings</source>
        <translation>依据与提醒</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>No organisation file: nothing is signed</source>
        <translation>没有组织文件：不使用签名</translation>
    </message>
    <message>
        <source>Organisation {name} no. {no}, valid until {date}</source>
        <translation>{name} 第 {no} 号，有效至{date}</translation>
    </message>
    <message>
        <source>Organisation {name} no. {no} ended on {date}</source>
        <translation>{name} 第 {no} 号，已于{date}失效</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>SigningRoom</name>
    <message>
        <source>Open a signed file…</source>
        <translation>打开签名文件…</translation>
    </message>
    <message>
        <source>Verify a paper…</source>
        <translation>核验文件…</translation>
    </message>
    <message>
        <source>My key…</source>
        <translation>我的密钥…</translation>
    </message>
    <message>
        <source>Lock my key</source>
        <translation>锁定密钥</translation>
    </message>
    <message>
        <source>New envelope…</source>
        <translation>新建预先批准…</translation>
    </message>
    <message>
        <source>The organisation file is missing or broken: nothing can be signed</source>
        <translation>组织文件缺失或损坏：不能签名</translation>
    </message>
    <message>
        <source>No key of your own</source>
        <translation>还没有本人的密钥</translation>
    </message>
    <message>
        <source>Your key is not in the organisation</source>
        <translation>组织文件中没有本人的密钥</translation>
    </message>
    <message>
        <source>Key unlocked</source>
        <translation>密钥已解锁</translation>
    </message>
    <message>
        <source>Key locked</source>
        <translation>密钥已锁定</translation>
    </message>
    <message>
        <source>Decision taken over</source>
        <translation>决定已采用</translation>
    </message>
</context>
<context>
    <name>Sites</name>
    <message>
        <source>Site</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Usually paid by</source>
        <translation>通常付费账户</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>所有地点</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付费账户</translation>
    </message>
    <message>
        <source>The usual account</source>
        <translation>通常的账户</translation>
    </message>
    <message>
        <source>that of the site, or the customer&apos;s only one</source>
        <translation>地点所属的账户；客户只有一个账户时即为该账户</translation>
    </message>
</context>
<context>
    <name>SolveList</name>
    <message>
        <source>Least margin in percent</source>
        <translation>最低毛利率（%）</translation>
    </message>
    <message>
        <source>Wanted saving in percent</source>
        <translation>期望优惠幅度（%）</translation>
    </message>
    <message>
        <source>Keeps the band</source>
        <translation>不破指导价下限</translation>
    </message>
    <message>
        <source>Keeps a margin of</source>
        <translation>毛利率不低于</translation>
    </message>
    <message>
        <source>Keeps both</source>
        <translation>两者都满足</translation>
    </message>
    <message>
        <source>Saves</source>
        <translation>优惠幅度</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Take the price: {goal}</source>
        <translation>采用价格：{goal}</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已采用</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>{file}, row {row}</source>
        <translation>{file} 第 {row} 行</translation>
    </message>
    <message>
        <source>{file}, sheet {sheet}, row {row}</source>
        <translation>{file} 工作表“{sheet}”第 {row} 行</translation>
    </message>
    <message>
        <source>No file is known: entered by hand, or sample data</source>
        <translation>没有对应文件：手工录入或示例数据</translation>
    </message>
    <message>
        <source>From {place}</source>
        <translation>出自 {place}</translation>
    </message>
    <message>
        <source>From {count} rows of {files}</source>
        <translation>出自 {files} 的 {count} 行</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>无文件</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Where the figures of {month} come from</source>
        <translation>{month}各项金额的出处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Figures and their places</source>
        <translation>各项金额及出处</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
</context>
<context>
    <name>SourcesStrip</name>
    <message>
        <source>Where from?</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>File, sheet and row of every figure of the month</source>
        <translation>该月每个数字所在的文件、工作表和行</translation>
    </message>
</context>
<context>
    <name>Spend</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation>其余 {count} 项</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>月均</translation>
    </message>
    <message>
        <source>Typical</source>
        <translation>典型月</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Fluctuation</source>
        <translation>波动系数</translation>
    </message>
    <message>
        <source>Trend a month</source>
        <translation>每月趋势</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最近一月</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>varying</source>
        <translation>波动</translation>
    </message>
    <message>
        <source>trending</source>
        <translation>有趋势</translation>
    </message>
    <message>
        <source>{slope} a month from {first} to {last}; {agreement} more pairs agree than not</source>
        <translation>{first} 至 {last} 每月 {slope}；方向一致度 {agreement}</translation>
    </message>
    <message>
        <source>{latest} against {before} in the first months</source>
        <translation>最近 {latest}，期初平均 {before}</translation>
    </message>
    <message>
        <source>Typical month</source>
        <translation>典型月</translation>
    </message>
    <message>
        <source>Plain average</source>
        <translation>简单月均</translation>
    </message>
    <message>
        <source>Least – most</source>
        <translation>最低 – 最高</translation>
    </message>
    <message>
        <source>{month}: {amount}, a year before {before} ({change})</source>
        <translation>{month}：{amount}，上年同月 {before}({change})</translation>
    </message>
    <message>
        <source>No season is claimed: fewer than 24 months are known.</source>
        <translation>已知不足 24 个月，不判断季节性。</translation>
    </message>
    <message>
        <source>No month of the year lies apart from the others.</source>
        <translation>一年中没有明显偏离的月份。</translation>
    </message>
    <message>
        <source>Month {number}: {index} of the average month</source>
        <translation>{number} 月：为平均月的 {index}</translation>
    </message>
</context>
<context>
    <name>SteppedDialog</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Show what would change</source>
        <translation>查看将有哪些变化</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>StudioPage</name>
    <message>
        <source>Facts of the quote</source>
        <translation>报价要素</translation>
    </message>
    <message>
        <source>with VAT</source>
        <translation>含税</translation>
    </message>
    <message>
        <source>without VAT</source>
        <translation>不含税</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>This quote is priced with catalogue version {old}. The newest is {new}.</source>
        <translation>本报价按目录版本 {old} 计价，最新版本是 {new}。</translation>
    </message>
    <message>
        <source>It is priced with rules {old}. The newest are {new}.</source>
        <translation>本报价按定价规则 {old} 计价，最新规则为 {new}。</translation>
    </message>
    <message>
        <source>Reprice on version {version}…</source>
        <translation>按版本 {version} 重新计价…</translation>
    </message>
    <message>
        <source>Saved automatically</source>
        <translation>已自动保存</translation>
    </message>
</context>
<context>
    <name>SubmitDialog</name>
    <message>
        <source>Sign and submit {number} {label}</source>
        <translation>签名并提交 {number} {label} 版</translation>
    </message>
    <message>
        <source>Sign and submit</source>
        <translation>签名并提交</translation>
    </message>
    <message>
        <source>You sign that you hand in exactly this. Any change needs a new signature.</source>
        <translation>您签署的就是以下内容；任何改动都要重新签署。</translation>
    </message>
    <message>
        <source>{contract} over {months} months; {monthly} a month</source>
        <translation>{contract}（{months} 个月）；每月 {monthly}</translation>
    </message>
    <message>
        <source>{name} no. {no}</source>
        <translation>{name} 第 {no} 号</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Contract total</source>
        <translation>合同总额</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织文件</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>审批项目</translation>
    </message>
    <message>
        <source>Nobody: within your own authority</source>
        <translation>无需审批：在本人权限内</translation>
    </message>
    <message>
        <source>Granted in advance by {name} until {date}</source>
        <translation>由{name}预先批准，至{date}</translation>
    </message>
</context>
<context>
    <name>TableEditor</name>
    <message>
        <source>Prices under conditions</source>
        <translation>条件价</translation>
    </message>
    <message>
        <source>Characteristics</source>
        <translation>属性</translation>
    </message>
</context>
<context>
    <name>TableOut</name>
    <message>
        <source>There is no table here</source>
        <translation>这里没有表格</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>{count} rows written to {file}</source>
        <translation>已将 {count} 行写入 {file}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>TellingDialog</name>
    <message>
        <source>What the proposal tells</source>
        <translation>建议书内容</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Why us: three at most, against the recorded competitors first</source>
        <translation>为什么选择我们：最多三条，针对已记录竞争对手的在前</translation>
    </message>
    <message>
        <source>Success stories, each on the page of cases</source>
        <translation>成功案例，印在案例页上</translation>
    </message>
    <message>
        <source>Leaflets that come along as files</source>
        <translation>随附的单页文件</translation>
    </message>
    <message>
        <source>Demonstrations, with their links</source>
        <translation>演示及网址</translation>
    </message>
    <message>
        <source>Special terms</source>
        <translation>特别约定</translation>
    </message>
    <message>
        <source>Terms of this customer alone, one a line: in proposal and contract; a clause of no library has to be approved</source>
        <translation>只与该客户约定的条款，每行一条，印在建议书和合同中；不属于条款库，须审批</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>{title} (may not be told)</source>
        <translation>{title}（未获准引用）</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Take that of another quote</source>
        <translation>用另一份报价的</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>不放</translation>
    </message>
    <message>
        <source>The customer&apos;s logo on the cover</source>
        <translation>封面上的客户标志</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The customer&apos;s logo</source>
        <translation>客户标志</translation>
    </message>
    <message>
        <source>Picture (*.png *.jpg *.jpeg)</source>
        <translation>图片 (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>The logo has to be a PNG or a JPEG.</source>
        <translation>标志须为 PNG 或 JPEG 图片。</translation>
    </message>
</context>
<context>
    <name>TemplateDesk</name>
    <message>
        <source>Copy of {name}</source>
        <translation>{name} 副本</translation>
    </message>
    <message>
        <source>Copy a template</source>
        <translation>复制模板</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Bring in a template</source>
        <translation>导入模板</translation>
    </message>
    <message>
        <source>Take over the change</source>
        <translation>采用修改</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>The Word file has changes that were not taken over</source>
        <translation>Word 文件中有尚未采用的修改</translation>
    </message>
    <message>
        <source>The older version takes their place.</source>
        <translation>恢复后，这些修改将被旧版本取代。</translation>
    </message>
    <message>
        <source>Restore anyway</source>
        <translation>仍然恢复</translation>
    </message>
    <message>
        <source>as version {number}</source>
        <translation>同版本 {number}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Default changed</source>
        <translation>默认模板已更改</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>已移除：{name}</translation>
    </message>
    <message>
        <source>Version {number} of {name} is in use from {day}</source>
        <translation>{name} 第 {number} 版自 {day} 起使用</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Refused: see what the check found</source>
        <translation>未采用：请看检查发现的问题</translation>
    </message>
</context>
<context>
    <name>TemplateDetail</name>
    <message>
        <source>The template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>With the sample customer</source>
        <translation>示例客户试填</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Default for</source>
        <translation>默认用于</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>复制…</translation>
    </message>
    <message>
        <source>Open in Word</source>
        <translation>用 Word 打开</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>采用修改…</translation>
    </message>
    <message>
        <source>Make default…</source>
        <translation>设为默认…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>made from {origin}</source>
        <translation>源自 {origin}</translation>
    </message>
    <message>
        <source>open in Word</source>
        <translation>正在 Word 中打开</translation>
    </message>
    <message>
        <source>Changed in Word – check it and take it over</source>
        <translation>已在 Word 中修改 — 请检查并采用</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>尚未检查。</translation>
    </message>
    <message>
        <source>Restore version {number}</source>
        <translation>恢复版本 {number}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>No default for {name} any more</source>
        <translation>不再作为 {name} 的默认模板</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Default for</source>
        <translation>默认用于</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有修改</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>How to write it</source>
        <translation>写法</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Template of {name}</source>
        <translation>{name} 的模板</translation>
    </message>
    <message>
        <source>two defaults – choose one</source>
        <translation>有两个默认模板，请选定</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>my own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>of the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>as taken over</source>
        <translation>未改动</translation>
    </message>
    <message>
        <source>a default</source>
        <translation>设为默认</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Field guide…</source>
        <translation>字段表…</translation>
    </message>
    <message>
        <source>Bring in…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Name, paper, person</source>
        <translation>名称、文件、责任人</translation>
    </message>
    <message>
        <source>Field guide</source>
        <translation>字段表</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>TermDialog</name>
    <message>
        <source>Term</source>
        <translation>合约期</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source> months</source>
        <translation> 个月</translation>
    </message>
    <message>
        <source>Months of commitment</source>
        <translation>在网月数</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
    <message>
        <source>The quote answers an invitation to tender</source>
        <translation>本报价用于投标</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Why now</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Contract total</source>
        <translation>合同总额</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Former data are kept</source>
        <translation>原来的数据已保留</translation>
    </message>
    <message>
        <source>Papers for many: {name}</source>
        <translation>批量文件：{name}</translation>
    </message>
    <message>
        <source>Bills of {name}</source>
        <translation>{name}的账单</translation>
    </message>
    <message>
        <source>Import of customers</source>
        <translation>导入客户</translation>
    </message>
    <message>
        <source>Import of a catalogue</source>
        <translation>导入目录</translation>
    </message>
    <message>
        <source>Draft of the catalogue</source>
        <translation>目录草稿</translation>
    </message>
    <message>
        <source>Draft of the rules</source>
        <translation>规则草稿</translation>
    </message>
    <message>
        <source>Draft of limits and people</source>
        <translation>权限与人员草稿</translation>
    </message>
    <message>
        <source>a backup took their place</source>
        <translation>已由备份替换</translation>
    </message>
    <message>
        <source>{done} of {total} customers are done</source>
        <translation>{total} 家客户完成 {done} 家</translation>
    </message>
    <message>
        <source>{done} edits, not published</source>
        <translation>{done} 处修改，未发布</translation>
    </message>
    <message>
        <source>begun, nothing stored</source>
        <translation>已开始，尚未入库</translation>
    </message>
    <message>
        <source>bills drop</source>
        <translation>费用下降</translation>
    </message>
    <message>
        <source>contract ends</source>
        <translation>合约到期</translation>
    </message>
    <message>
        <source>competitor&apos;s contract ends</source>
        <translation>竞争对手合约到期</translation>
    </message>
    <message>
        <source>season begins</source>
        <translation>旺季将至</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>挽留中</translation>
    </message>
    <message>
        <source>saves less than promised</source>
        <translation>节省低于承诺</translation>
    </message>
    <message>
        <source>promise due</source>
        <translation>承诺到期</translation>
    </message>
    <message>
        <source>next step due</source>
        <translation>下一步到期</translation>
    </message>
    <message>
        <source>Pinned and recent</source>
        <translation>固定与最近</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Revise</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催询</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>waits for you, {days} days</source>
        <translation>待您审批 {days} 天</translation>
    </message>
    <message>
        <source>waits for you since today</source>
        <translation>今天起待您审批</translation>
    </message>
    <message>
        <source>sent back: {reason}</source>
        <translation>被退回：{reason}</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>no answer for {days} days</source>
        <translation>{days} 天未答复</translation>
    </message>
    <message>
        <source>not touched for {days} days</source>
        <translation>{days} 天未动</translation>
    </message>
    <message>
        <source>ended {days} days ago</source>
        <translation>{days} 天前到期</translation>
    </message>
    <message>
        <source>ends in {days} days</source>
        <translation>{days} 天后到期</translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>今天到期</translation>
    </message>
</context>
<context>
    <name>TodayDesk</name>
    <message>
        <source>Choose a quote or customer to pin</source>
        <translation>请先选中要固定的报价或客户</translation>
    </message>
    <message>
        <source>Pinned to the start page</source>
        <translation>已固定到“今天”</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>已取消固定</translation>
    </message>
    <message>
        <source>The visit was made</source>
        <translation>已拜访</translation>
    </message>
    <message>
        <source>The visit is taken away</source>
        <translation>拜访已取消</translation>
    </message>
    <message>
        <source>The visit is planned for {day}; it stands on Today</source>
        <translation>拜访已排在 {day}，见“今天”</translation>
    </message>
    <message>
        <source>The promise is kept</source>
        <translation>承诺已兑现</translation>
    </message>
    <message>
        <source>The promise is withdrawn</source>
        <translation>承诺已撤回</translation>
    </message>
    <message>
        <source>Done; it stands among the notes. What is the next step?</source>
        <translation>已完成，记入备忘。下一步做什么？</translation>
    </message>
    <message>
        <source>Why is nothing to be done about it?</source>
        <translation>为何无需跟进？</translation>
    </message>
    <message>
        <source>Not shown for now</source>
        <translation>暂不再显示</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The reminder is open in your mail program: {name}</source>
        <translation>催询邮件已在邮件程序中打开：{name}</translation>
    </message>
    <message>
        <source>No program is set up to open {name}</source>
        <translation>没有可打开 {name} 的程序</translation>
    </message>
</context>
<context>
    <name>TodayMenu</name>
    <message>
        <source>Plan a visit, open the analysis</source>
        <translation>安排拜访并看费用分析</translation>
    </message>
    <message>
        <source>The step is done</source>
        <translation>下一步已完成</translation>
    </message>
    <message>
        <source>Put off for a week</source>
        <translation>一周后再提醒</translation>
    </message>
    <message>
        <source>Put aside…</source>
        <translation>不再提醒…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show it no more</source>
        <translation>不再显示</translation>
    </message>
    <message>
        <source>Open the quote</source>
        <translation>打开报价</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>固定或取消固定</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>The visit was made</source>
        <translation>已拜访</translation>
    </message>
    <message>
        <source>Take the visit away</source>
        <translation>取消拜访</translation>
    </message>
    <message>
        <source>The promise is kept</source>
        <translation>承诺已兑现</translation>
    </message>
    <message>
        <source>The promise is withdrawn</source>
        <translation>承诺已撤回</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>New quote</source>
        <translation>新建报价</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Title, number, customer</source>
        <translation>标题、编号、客户</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Offers out</source>
        <translation>已报出</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>What needs you</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Pinned and recent</source>
        <translation>固定与最近</translation>
    </message>
    <message>
        <source>Nothing needs you now</source>
        <translation>现在没有待办</translation>
    </message>
    <message>
        <source>Approvals, offers that end and quotes to finish stand here.</source>
        <translation>待审批、即将到期和未完成的报价会列在这里。</translation>
    </message>
    <message>
        <source>Opening your data…</source>
        <translation>正在打开数据…</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Quotes</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Title of the quote</source>
        <translation>方案标题</translation>
    </message>
    <message>
        <source>Name the solution</source>
        <translation>请填写方案名称</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Questions and needs (Ctrl+Shift+Q)</source>
        <translation>提问与需求 (Ctrl+Shift+Q)</translation>
    </message>
    <message>
        <source>Preview (Ctrl+Shift+P)</source>
        <translation>预览（Ctrl+Shift+P）</translation>
    </message>
    <message>
        <source>Papers written, and more</source>
        <translation>已生成的文件及更多</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建议书</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Approval sheet</source>
        <translation>审批表</translation>
    </message>
    <message>
        <source>Papers…</source>
        <translation>出文件…</translation>
    </message>
    <message>
        <source>Choose papers and their language (Ctrl+E)</source>
        <translation>选择文件和语言（Ctrl+E）</translation>
    </message>
    <message>
        <source>Papers written…	Ctrl+Shift+E</source>
        <translation>已生成的文件…	Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>For many customers…	Ctrl+Shift+B</source>
        <translation>批量生成文件…	Ctrl+Shift+B</translation>
    </message>
    <message>
        <source>Names, visit set, PDF…</source>
        <translation>文件名、拜访整套、PDF…</translation>
    </message>
    <message>
        <source>Write the proposal as Word and PDF</source>
        <translation>生成建议书（Word 和 PDF）</translation>
    </message>
    <message>
        <source>Needs and best offer (Ctrl+J)</source>
        <translation>需求与最优方案 (Ctrl+J)</translation>
    </message>
    <message>
        <source>Write the contract as Word and PDF</source>
        <translation>生成合同（Word 和 PDF）</translation>
    </message>
    <message>
        <source>Write the approval workbook</source>
        <translation>生成审批表（Excel）</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Contract ({term} months, with VAT)</source>
        <translation>合同总额（{term} 个月，含税）</translation>
    </message>
    <message>
        <source>Contract ({term} months, without VAT)</source>
        <translation>合同总额（{term} 个月，不含税）</translation>
    </message>
    <message>
        <source>First invoice</source>
        <translation>首张账单</translation>
    </message>
    <message>
        <source>Average month</source>
        <translation>平均每月</translation>
    </message>
    <message>
        <source>One-time</source>
        <translation>一次性费用</translation>
    </message>
    <message>
        <source>VAT in it</source>
        <translation>其中税额</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Monthly total</source>
        <translation>月租合计</translation>
    </message>
    <message>
        <source>Least cost of usage, used or not: {amount} over the term, in no other total</source>
        <translation>不论用量的最低用量费：合约期内共 {amount}，不计入其他合计</translation>
    </message>
    <message>
        <source>Committed usage a month</source>
        <translation>每月保底用量费</translation>
    </message>
    <message>
        <source>Saving a month</source>
        <translation>每月节省</translation>
    </message>
    <message>
        <source>Against the typical month, like for like</source>
        <translation>与典型月同口径比较</translation>
    </message>
    <message>
        <source>Margin (internal)</source>
        <translation>毛利率（内部）</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The tour needs the sample data</source>
        <translation>引导需要示例数据</translation>
    </message>
    <message>
        <source>Tour, {step} of {count}</source>
        <translation>引导 {step}/{count}</translation>
    </message>
    <message>
        <source>They are not mixed with yours. Make a profile for trying things out ({palette}, “profiles”) and begin the tour there.</source>
        <translation>示例数据不与您的数据混在一起。请为试用新建一个档案（{palette} 后输入“档案”），在那里开始引导。</translation>
    </message>
    <message>
        <source>{palette}, “tour” takes it up again.</source>
        <translation>按 {palette} 输入“引导”可继续。</translation>
    </message>
    <message>
        <source>Tour, the end</source>
        <translation>引导结束</translation>
    </message>
    <message>
        <source>From bills to papers</source>
        <translation>从账单到文件</translation>
    </message>
    <message>
        <source>Every edit is kept by itself, {undo} takes it back, {palette} finds everything, {manual} explains the page in front.</source>
        <translation>每一步都自动保存，{undo} 撤销，{palette} 找任何东西，{manual} 讲解当前页面。</translation>
    </message>
    <message>
        <source>Set up with my own data</source>
        <translation>用自己的数据开始</translation>
    </message>
    <message>
        <source>Open the kindergarten</source>
        <translation>打开幼儿园</translation>
    </message>
    <message>
        <source>See what its bills say</source>
        <translation>看账单说了什么</translation>
    </message>
    <message>
        <source>Press {customers} for the customers, then choose 幼苗幼儿园 in the list.</source>
        <translation>按 {customers} 打开客户，在列表中选中“幼苗幼儿园”。</translation>
    </message>
    <message>
        <source>Press “Analysis” beside the bills, or {analysis}.</source>
        <translation>按账单旁的“费用分析”，或 {analysis}。</translation>
    </message>
    <message>
        <source>Look at the unusual months</source>
        <translation>看异常的月份</translation>
    </message>
    <message>
        <source>Click one of the months, or reach the list with Tab: long-distance calls doubled in three months. A plan made for their average would be too dear, so the typical month counts.</source>
        <translation>点其中一个月，或用 Tab 移到列表：有三个月长途费翻了一倍。按平均数定套餐就定贵了，所以要看典型月。</translation>
    </message>
    <message>
        <source>Begin a quote</source>
        <translation>新建报价</translation>
    </message>
    <message>
        <source>Press “Begin a quote”: it knows the customer and his bills.</source>
        <translation>按“新建报价”，客户和账单都会带入。</translation>
    </message>
    <message>
        <source>Price on a day of the sample&apos;s offer</source>
        <translation>选示例套餐在售的日期</translation>
    </message>
    <message>
        <source>The sample&apos;s plans are sold until 31 December 2026. Press the price date and choose a day before.</source>
        <translation>示例套餐售至 2026年12月31日。请点价格日期，选之前的一天。</translation>
    </message>
    <message>
        <source>Compare plans</source>
        <translation>比较套餐</translation>
    </message>
    <message>
        <source>Press “Compare plans” beside the bills, or {plans}: each past month is worked out again under every plan.</source>
        <translation>按账单旁的“套餐试算对比”，或 {plans}：过去每个月都按各个套餐重算一遍。</translation>
    </message>
    <message>
        <source>Give a discount: double-click the cell under “Discount”, or press F2 in it, type 2 and Enter. The card of your authority says at once who has to agree. {undo} takes it back.</source>
        <translation>让一点折扣：双击“折扣”下的格子，或选中后按 F2，输入 2 再回车。审批权限一栏立即说明需要谁同意。{undo} 可撤销。</translation>
    </message>
    <message>
        <source>Press {print}.</source>
        <translation>按 {print}。</translation>
    </message>
    <message>
        <source>Take the plan into the quote</source>
        <translation>把套餐放入报价</translation>
    </message>
    <message>
        <source>The recommended plan is chosen. Press Enter to put it into the quote.</source>
        <translation>推荐的套餐已选中，按回车放入报价。</translation>
    </message>
    <message>
        <source>See what you may grant</source>
        <translation>看自己能让多少</translation>
    </message>
    <message>
        <source>Print the papers for the visit</source>
        <translation>打印拜访用的文件</translation>
    </message>
    <message>
        <source>Nothing is forgotten at home</source>
        <translation>一份也不会落下</translation>
    </message>
    <message>
        <source>Proposal, contract and order form come in one go, the contract twice: one to sign, one to keep. Print them, or leave with Esc.</source>
        <translation>建议书、合同、业务受理单一次打齐，合同两份：一份签字，一份留存。现在打印，或按 Esc 离开。</translation>
    </message>
    <message>
        <source>“{action}” in the palette</source>
        <translation>命令面板中的“{action}”</translation>
    </message>
</context>
<context>
    <name>Typing</name>
    <message>
        <source>Type a whole number</source>
        <translation>请输入整数</translation>
    </message>
    <message>
        <source>Type a number from 1 to 1,000,000</source>
        <translation>请输入 1 至 1,000,000</translation>
    </message>
    <message>
        <source>Type a price in yuan</source>
        <translation>请输入以元计的单价</translation>
    </message>
    <message>
        <source>Type a percentage from 0 to 100</source>
        <translation>请输入 0 至 100 的百分比</translation>
    </message>
    <message>
        <source>Type an amount in yuan</source>
        <translation>请输入以元计的金额</translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation>请输入数字</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Unlock your key</source>
        <translation>解锁密钥</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Key of {owner}. It stays in memory only, and never in a file or a database.</source>
        <translation>{owner} 的密钥。解锁后只留在内存中，不写入文件或数据库。</translation>
    </message>
    <message>
        <source>10 minutes after its last use</source>
        <translation>最后一次使用后 10 分钟</translation>
    </message>
    <message>
        <source>1 hour after its last use</source>
        <translation>最后一次使用后 1 小时</translation>
    </message>
    <message>
        <source>until the window is closed</source>
        <translation>直到关闭窗口</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Stays unlocked</source>
        <translation>保持解锁</translation>
    </message>
</context>
<context>
    <name>UnsavedNews</name>
    <message>
        <source>Your edits are kept in this window and stored as soon as that is possible.</source>
        <translation>您的修改保留在本窗口中，一旦可以保存就会自动保存。</translation>
    </message>
    <message>
        <source>Some edits could not be stored</source>
        <translation>有修改未能保存</translation>
    </message>
    <message>
        <source>Leaving now loses them. Stay, and once what keeps them from being stored is mended they are stored by themselves.</source>
        <translation>现在离开会丢失这些修改。留下来，等障碍排除后它们会自动保存。</translation>
    </message>
    <message>
        <source>Lose the edits</source>
        <translation>放弃这些修改</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Side by side</source>
        <translation>并列比较</translation>
    </message>
    <message>
        <source>Commitment, months</source>
        <translation>合约期（月）</translation>
    </message>
    <message>
        <source>Off the whole quote</source>
        <translation>整单优惠</translation>
    </message>
    <message>
        <source>Free months</source>
        <translation>免费月数</translation>
    </message>
    <message>
        <source>To be mended first</source>
        <translation>须先处理</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>月租合计</translation>
    </message>
    <message>
        <source>One-time</source>
        <translation>一次性费用</translation>
    </message>
    <message>
        <source>First year</source>
        <translation>首年合计</translation>
    </message>
    <message>
        <source>Contract total</source>
        <translation>合同总额</translation>
    </message>
    <message>
        <source>Customer saves a month</source>
        <translation>客户每月节省</translation>
    </message>
    <message>
        <source>Margin (internal)</source>
        <translation>毛利率（内部）</translation>
    </message>
    <message>
        <source>Approval (internal)</source>
        <translation>审批（内部）</translation>
    </message>
    <message>
        <source>Most that I may take off alone</source>
        <translation>本人权限内整单最多可让</translation>
    </message>
    <message>
        <source>various</source>
        <translation>各项不同</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>own authority</source>
        <translation>本人权限</translation>
    </message>
    <message>
        <source>beyond it already</source>
        <translation>已超出本人权限</translation>
    </message>
</context>
<context>
    <name>VenuesDialog</name>
    <message>
        <source>Cluster venues</source>
        <translation>聚类场所</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>Customers there</source>
        <translation>场所内的客户</translation>
    </message>
    <message>
        <source>Edit venues…</source>
        <translation>编辑场所…</translation>
    </message>
    <message>
        <source>Day of the visits</source>
        <translation>拜访日期</translation>
    </message>
    <message>
        <source>What the visits are about</source>
        <translation>拜访事由</translation>
    </message>
    <message>
        <source>Plan visits</source>
        <translation>计划拜访</translation>
    </message>
    <message>
        <source>Campaign list…</source>
        <translation>活动名单…</translation>
    </message>
    <message>
        <source>There is no venue yet: press “Edit venues…”.</source>
        <translation>还没有聚类场所：按“编辑场所…”。</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count} 个客户</translation>
    </message>
    <message>
        <source>{count} visits planned</source>
        <translation>已计划 {count} 次拜访</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Campaign list</source>
        <translation>活动名单</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>{count} customers written to {file}; the file is internal</source>
        <translation>已将 {count} 个客户写入 {file}，仅供内部使用</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Verify a paper or a file</source>
        <translation>核验文件</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Drop a PDF, Word or Excel file, a decision or an envelope here, or choose one. Or type the twenty letters at the foot of a page, or the text of its QR code.</source>
        <translation>把 PDF、Word、Excel、决定或预先批准文件拖到这里，或选择文件；也可输入页脚的二十个字母，或二维码中的文字。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Genuine and current</source>
        <translation>真实且有效</translation>
    </message>
    <message>
        <source>Genuine, but no longer current</source>
        <translation>真实，但已失效</translation>
    </message>
    <message>
        <source>Not shown to be genuine</source>
        <translation>未能证实其真实</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Views of this list</source>
        <translation>此列表的视图</translation>
    </message>
    <message>
        <source>View: {name}</source>
        <translation>视图：{name}</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>另存为视图…</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Rename the view…</source>
        <translation>重命名视图…</translation>
    </message>
    <message>
        <source>Delete the view…</source>
        <translation>删除视图…</translation>
    </message>
    <message>
        <source>Begin with this view</source>
        <translation>以此视图打开</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>另存为视图</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Delete the view “{name}”?</source>
        <translation>删除视图“{name}”？</translation>
    </message>
    <message>
        <source>What it shows stays; only the view goes.</source>
        <translation>只删除视图，其中的内容不受影响。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Filter, words, order and columns are kept under this name.</source>
        <translation>筛选条件、搜索词、排序和列都以此名称保存。</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Customers with alerts</source>
        <translation>有预警的客户</translation>
    </message>
    <message>
        <source>Largest bills first</source>
        <translation>账单从高到低</translation>
    </message>
    <message>
        <source>Prospects, next step first</source>
        <translation>潜在客户，按下一步日期</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>评分从高到低</translation>
    </message>
    <message>
        <source>Never quoted</source>
        <translation>未报过价</translation>
    </message>
    <message>
        <source>All quotes</source>
        <translation>全部报价</translation>
    </message>
    <message>
        <source>My open quotes</source>
        <translation>我的未结报价</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>等待审批</translation>
    </message>
    <message>
        <source>Expiring in 7 days</source>
        <translation>7 天内到期</translation>
    </message>
    <message>
        <source>With the customer</source>
        <translation>客户考虑中</translation>
    </message>
    <message>
        <source>Accepted and signed</source>
        <translation>已接受和签约</translation>
    </message>
    <message>
        <source>Pinned quotes</source>
        <translation>固定的报价</translation>
    </message>
    <message>
        <source>All approvals</source>
        <translation>全部审批</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>Largest contracts first</source>
        <translation>合同额从高到低</translation>
    </message>
    <message>
        <source>The whole catalogue</source>
        <translation>全部目录</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>在售</translation>
    </message>
    <message>
        <source>Highest price first</source>
        <translation>价格从高到低</translation>
    </message>
    <message>
        <source>All templates</source>
        <translation>全部模板</translation>
    </message>
    <message>
        <source>Templates of my own</source>
        <translation>自有模板</translation>
    </message>
    <message>
        <source>Changed since taken over</source>
        <translation>接收后有改动</translation>
    </message>
</context>
<context>
    <name>VisitRecordDialog</name>
    <message>
        <source>Visit to {customer}</source>
        <translation>拜访：{customer}</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>未计划</translation>
    </message>
    <message>
        <source>Planned visit</source>
        <translation>计划的拜访</translation>
    </message>
    <message>
        <source>Spoken with</source>
        <translation>和谁谈</translation>
    </message>
    <message>
        <source>What was said, wished, promised; internal</source>
        <translation>说了什么、想要什么、答应了什么；内部资料</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Found: {list}</source>
        <translation>新得知：{list}</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>Customer</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>打开报价</translation>
    </message>
    <message>
        <source>visit on {day}, not made</source>
        <translation>{day} 拜访，未完成</translation>
    </message>
    <message>
        <source>visit today, {day}</source>
        <translation>今天拜访，{day}</translation>
    </message>
    <message>
        <source>visit tomorrow, {day}</source>
        <translation>明天拜访，{day}</translation>
    </message>
    <message>
        <source>visit on {day}, in {days} days</source>
        <translation>{day} 拜访，还有 {days} 天</translation>
    </message>
</context>
<context>
    <name>WindowTools</name>
    <message>
        <source>There is no table here</source>
        <translation>此处没有表格</translation>
    </message>
</context>
<context>
    <name>WorkbookDialog</name>
    <message>
        <source>One workbook of several quotes</source>
        <translation>多份报价合为一份审批表</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>报价</translation>
    </message>
</context>
<context>
    <name>_Differences</name>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
</context>
<context>
    <name>_ProblemView</name>
    <message>
        <source>Enter: {cure}</source>
        <translation>回车：{cure}</translation>
    </message>
</context>
</TS>
